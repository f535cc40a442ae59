"""Who sees which material, what stands in for dead links, and what words find."""

from __future__ import annotations

import pytest

from bot.core.playbook.book import Book
from bot.core.reading.library import Reader, closest, links, living, search, visible

ANYBODY = Reader("de")
FM_IN_CHANNEL = Reader("de", fm=True)
FM_ALONE = Reader("de", fm=True, personal=True)
CUSTOMER_ALONE = Reader("de", personal=True)


def audiences(book: Book, reader: Reader) -> set[str]:
    return {resource.audience for resource in visible(book, reader)}


def test_what_is_the_fms_alone_is_seen_only_by_the_fm_in_the_personal_chat(book: Book) -> None:
    assert audiences(book, ANYBODY) == audiences(book, CUSTOMER_ALONE) == {"customer"}
    assert audiences(book, FM_IN_CHANNEL) == {"customer", "presented"}
    assert audiences(book, FM_ALONE) == {"customer", "presented", "fm"}


def test_a_link_says_what_it_is_and_for_whom(book: Book) -> None:
    found = {one.key: one for one in links(book, book.resources, FM_ALONE, most=99)}
    assert found["R01"].presented
    assert found["R10"].fm_only
    assert not found["R09"].presented
    assert not found["R09"].fm_only
    assert all(one.title and one.about and one.url.startswith("https://") for one in found.values())


def test_nobody_is_shown_a_dead_or_moved_link(book: Book) -> None:
    for reader in (ANYBODY, FM_IN_CHANNEL, FM_ALONE):
        assert all(one.status in ("working", "unchecked") and one.url for one in visible(book, reader))


def test_a_replacement_stands_in_for_a_dead_link_once(small: Book) -> None:
    assert [one.key for one in links(small, ["R02", "R01", "R02"], ANYBODY)] == ["R01"]


def test_a_link_without_an_address_is_not_shown(small: Book) -> None:
    assert living(small, "R10") is None
    assert links(small, ["R10", "R99"], FM_ALONE) == ()


def with_replacement(book: Book, replacement: str | None) -> Book:
    """The book with another replacement of its dead link."""
    resources = [
        one.model_copy(update={"replacement": replacement}) if one.id == "R02" else one
        for one in book.playbook.resources
    ]
    return Book(book.playbook.model_copy(update={"resources": resources}))


@pytest.mark.parametrize("replacement", [None, "R02", "R99"])
def test_a_dead_link_that_nothing_living_replaces_is_not_shown(small: Book, replacement: str | None) -> None:
    assert living(with_replacement(small, replacement), "R02") is None


def test_links_are_few_and_in_the_order_of_the_question(book: Book) -> None:
    keys = ["R13", "R09", "R11", "R12", "R18"]
    assert [one.key for one in links(book, keys, ANYBODY)] == keys[:3]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Beteiligte", "R13"),
        ("stakeholders", "R13"),
        ("staekholder", "R13"),
        ("Schulung", "R18"),
        ("training", "R18"),
        ("schlung", "R18"),
        ("Checkliste", "R09"),
        ("checklist", "R09"),
        ("CHEKLISTE", "R09"),
        ("Erfolg messen", "R12"),
        ("measure success", "R12"),
        ("onedriev", "R08"),
        ("Ressourcenhub", "R28"),
        ("Einführungsleitfaden", "R27"),
        ("wo finde ich die Checkliste?", "R09"),
    ],
)
def test_words_find_material_in_both_languages_and_misspelt(book: Book, words: str, key: str) -> None:
    assert key in [one.id for one in search(book, words, ANYBODY)[:3]]


_MEANT = {
    "de": {
        "Schulung": "R18",
        "Schulungsunterlagen": "R18",
        "schlung": "R18",
        "Kurzanleitung": "R18",
        "Word": "R18",
        "Video": "R18",
        "Kommunikation": "R28",
        "Ankündigung": "R28",
        "E-Mail-Vorlagen": "R28",
        "Poster": "R28",
        "Ressourcenhub": "R28",
        "Vorlage": "R11",
        "Vorlage Projektplan": "R11",
        "Zeitplan": "R11",
        "Erfolgsplan": "R11",
        "OneDrive": "R08",
        "onedriev": "R08",
        "Checkliste": "R09",
        "CHEKLISTE": "R09",
        "Beteiligte": "R13",
        "Sponsor": "R13",
        "Rollen": "R13",
        "Kennzahlen": "R12",
        "Erfolg messen": "R12",
        "Anwendungsfälle": "R29",
        "Szenarien": "R29",
        "Erfolgsgeschichten": "R30",
        "Referenzen": "R30",
        "Leitfaden": "R27",
        "Änderungsmanagement": "R27",
        "Aenderungsmanagement": "R27",
        "FastTrack anfordern": "R32",
        "Unterstützung": "R32",
    },
    "en": {
        "training": "R18",
        "quick start": "R18",
        "stakeholders": "R13",
        "roles": "R13",
        "measure success": "R12",
        "KPI": "R12",
        "success plan": "R11",
        "project plan": "R11",
        "email templates": "R28",
        "posters": "R28",
        "checklist": "R09",
        "chekclist": "R09",
        "use cases": "R29",
        "customer stories": "R30",
        "adoption guide": "R27",
        "change management": "R27",
        "sync": "R08",
    },
}


@pytest.mark.parametrize(
    ("language", "words", "key"), [(one, *pair) for one, pairs in _MEANT.items() for pair in pairs.items()]
)
def test_what_is_meant_is_found_first(shipped: Book, language: str, words: str, key: str) -> None:
    assert search(shipped, words, Reader(language))[0].id == key


@pytest.mark.parametrize(
    ("formerly", "today", "key"),
    [
        ("AADP", "Entra ID P1", "R57"),
        ("Office 365 ProPlus", "Microsoft 365 Apps", "R54"),
        ("Windows 10", "Windows 11", "R55"),
        ("OneDrive for Business", "OneDrive", "R47"),
    ],
)
def test_a_service_is_found_by_its_name_of_then_and_of_today(
    shipped: Book, formerly: str, today: str, key: str
) -> None:
    for words in (formerly, today):
        assert key in [one.id for one in search(shipped, words, Reader("de"))], words


def test_of_equal_hits_those_in_the_readers_language_come_first(shipped: Book) -> None:
    both = [one for one in search(shipped, "FastTrack", Reader("de")) if "FastTrack" in one.title["de"]]
    assert [one.id for one in both] == ["R32", "R04"]
    assert ["de" in one.languages for one in both] == [True, False]


def test_the_best_hit_comes_first(book: Book) -> None:
    assert search(book, "Checkliste", ANYBODY)[0].id == "R09"
    assert search(book, "quick start", ANYBODY)[0].id == "R18"


@pytest.mark.parametrize("words", ["xyzzy", "Blumenkohl", "a", "!!!", "?", "\u202e"])
def test_words_that_mean_nothing_find_nothing(book: Book, words: str) -> None:
    assert search(book, words, FM_ALONE) == []


def test_without_words_everything_is_found_that_may_be_seen(book: Book) -> None:
    assert search(book, "  ", ANYBODY) == visible(book, ANYBODY)


def test_a_dead_link_is_found_by_its_words_as_what_replaces_it(small: Book) -> None:
    assert [one.id for one in search(small, "Dashboard", ANYBODY)] == ["R01"]
    assert [one.id for one in search(small, "Bericht", ANYBODY)] == ["R01"]


@pytest.mark.parametrize("words", ["4+4", "voraussetzungen", "SME"])
def test_a_search_finds_nothing_that_the_reader_may_not_see(book: Book, words: str) -> None:
    assert {"fm"} & {one.audience for one in search(book, words, FM_ALONE)}
    assert {one.audience for one in search(book, words, FM_IN_CHANNEL)} <= {"customer", "presented"}
    assert {one.audience for one in search(book, words, ANYBODY)} <= {"customer"}


def test_every_living_link_is_offered_to_its_audience(book: Book) -> None:
    offered = {one.id for one in visible(book, FM_ALONE)}
    living_ones = {
        one.id for one in book.playbook.resources if one.status in ("working", "unchecked") and one.url
    }
    assert offered == living_ones


def test_a_misspelt_command_is_guessed() -> None:
    commands = [("next_steps", "/nächste-schritte"), ("status", "/status"), ("help", "/hilfe")]
    assert closest("staus", commands) == ["status"]
    assert closest("nächste schritte", commands)[0] == "next_steps"
    assert closest("Blumenkohl", commands) == []
