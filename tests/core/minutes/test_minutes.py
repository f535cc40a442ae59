"""Minutes: issued by the FM, confirmed by the team, and no longer right once somebody decides otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from bot.core.cadence import Cadence
from bot.core.engagement import CheckIn, MetricState, Reading, TalkState
from bot.core.minutes.content import Standpoint, stands
from bot.core.minutes.effects import PostMinutes, UpdateMinutes
from bot.core.minutes.events import ConfirmMinutes, IssueMinutes
from bot.core.papers.dates import dates
from bot.core.papers.follow_up import follow_up_mail
from bot.core.papers.minutes import agreements, minutes_paper
from bot.core.papers.paper import Bullets, Heading, PaperTable, PaperText
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.effects import UpdateShared
from bot.core.screens.minutes.minutes import minutes_screen
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.setup.events import SetUp
from bot.core.step import Step
from tests.core.workshops import FM, IT, LEAD, SETUP, SPONSOR, Workshop, running
from tests.papers.told import told_workshop

CLOSING: dict[str, Any] = {
    "rhythm": "fortnightly",
    "tool": "channel",
    "effort": "regular",
    "project_plan": "yes",
    "offer": "sme_talk",
    "confirm": "confirmed",
}


@pytest.fixture
def issued(book: Book) -> Workshop:
    """A workshop whose minutes wait for somebody to confirm them."""
    workshop = told_workshop(book)
    step = workshop.happens(IssueMinutes(FM))
    assert step.effects == (PostMinutes(1),)
    return workshop


@pytest.fixture
def confirmed(issued: Workshop) -> Workshop:
    """A workshop whose minutes the project lead confirmed."""
    issued.passes(hours=1)
    assert issued.happens(ConfirmMinutes(LEAD, 1)).effects == (UpdateMinutes(1),)
    return issued


def problems(step: Step) -> list[Problem]:
    return [fault.problem for fault in step.faults]


def test_who_confirmed_and_when_is_kept(confirmed: Workshop) -> None:
    given = confirmed.engagement.minutes
    assert given is not None
    assert given.confirmed == {LEAD.key: "2026-06-10T10:00:00Z"}
    assert stands(confirmed.picture) is Standpoint.CONFIRMED
    said = minutes_paper(confirmed.viewer()).blocks[0]
    assert isinstance(said, PaperText)
    assert said.text.endswith("Protokoll, Fassung 1: bestätigt von Leo Lead, 10.06.2026, 12:00 MESZ.")


def test_what_is_right_is_neither_issued_nor_confirmed_twice(confirmed: Workshop) -> None:
    before = confirmed.engagement
    assert confirmed.happens(IssueMinutes(FM)) == Step(before)
    assert confirmed.happens(ConfirmMinutes(LEAD, 1)) == Step(before)
    confirmed.happens(ConfirmMinutes(SPONSOR, 1))
    given = confirmed.engagement.minutes
    assert given is not None
    assert list(given.confirmed) == [LEAD.key, SPONSOR.key]


def test_the_fm_does_not_confirm_what_the_customer_has_to(issued: Workshop) -> None:
    assert problems(issued.happens(ConfirmMinutes(FM, 1))) == [Problem.MINUTES_ARE_THEIRS]
    assert stands(issued.picture) is Standpoint.WAITING


def test_only_the_fm_issues_them(book: Book) -> None:
    workshop = told_workshop(book)
    assert problems(workshop.happens(IssueMinutes(LEAD))) == [Problem.FM_ONLY]
    assert problems(workshop.happens(ConfirmMinutes(LEAD, 1))) == [Problem.OLD_CARD]


def test_before_the_setup_there_are_none(small: Book) -> None:
    assert problems(Workshop(small).happens(IssueMinutes(FM))) == [Problem.NOT_SET_UP]


def test_a_completed_workshop_can_still_be_confirmed(issued: Workshop) -> None:
    issued.engagement = replace(issued.engagement, status="completed")
    issued.happens(ConfirmMinutes(LEAD, 1))
    assert stands(issued.picture) is Standpoint.CONFIRMED


def other_answer(workshop: Workshop) -> Step:
    return workshop.says(LEAD, "SZ1", scenarios="documents")


def new_owner(workshop: Workshop) -> Step:
    return workshop.happens(ActOnItem(FM, "ST2", "owner", {"owner": IT.key}))


def new_day(workshop: Workshop) -> Step:
    return workshop.happens(ActOnItem(FM, "ST2", "date", {"due": "2026-07-30"}))


def dropped(workshop: Workshop) -> Step:
    return workshop.happens(ActOnItem(FM, "ST2", "dropped", {"because": "Nicht nötig"}))


def own_item(workshop: Workshop) -> Step:
    return workshop.happens(AddItem(LEAD, {"title": "Plakate", "owner": IT.key, "due": "2026-07-30"}))


def moved_launch(workshop: Workshop) -> Step:
    raw = {**SETUP, "services": "teams,onedrive,exchange", "licences": "1200", "launch": "2026-12-08"}
    return workshop.happens(SetUp(FM, raw))


def differing_voice(workshop: Workshop) -> Step:
    return workshop.says(IT, "SZ4", people="100", without_pc="none")


@pytest.mark.parametrize(
    "change", [other_answer, new_owner, new_day, dropped, own_item, moved_launch, differing_voice]
)
def test_a_decision_makes_them_unconfirmed_and_a_new_version_follows(
    confirmed: Workshop, change: Callable[[Workshop], Step]
) -> None:
    step = change(confirmed)
    assert step.faults == ()
    assert UpdateMinutes(1) in step.effects
    assert stands(confirmed.picture) is Standpoint.CHANGED
    assert problems(confirmed.happens(ConfirmMinutes(SPONSOR, 1))) == [Problem.MINUTES_CHANGED]
    assert confirmed.happens(IssueMinutes(FM)).effects == (UpdateMinutes(1), PostMinutes(2))
    assert stands(confirmed.picture) is Standpoint.WAITING
    assert problems(confirmed.happens(ConfirmMinutes(SPONSOR, 1))) == [Problem.OLD_CARD]
    confirmed.happens(ConfirmMinutes(SPONSOR, 2))
    assert stands(confirmed.picture) is Standpoint.CONFIRMED


def done(workshop: Workshop) -> Step:
    return workshop.happens(ActOnItem(FM, "ST2", "done", {}))


def stuck(workshop: Workshop) -> Step:
    return workshop.happens(ActOnItem(FM, "ST2", "stuck", {"because": "Es fehlt Zeit"}))


def the_same_again(workshop: Workshop) -> Step:
    return workshop.says(SPONSOR, "SZ4", people="850", without_pc="some")


def time_goes_by(workshop: Workshop) -> Step:
    workshop.passes(days=60)
    return Step(workshop.engagement)


@pytest.mark.parametrize("happening", [done, stuck, the_same_again, time_goes_by])
def test_what_becomes_of_what_was_agreed_leaves_them_confirmed(
    confirmed: Workshop, happening: Callable[[Workshop], Step]
) -> None:
    step = happening(confirmed)
    assert step.faults == ()
    assert not any(isinstance(effect, UpdateMinutes) for effect in step.effects)
    assert stands(confirmed.picture) is Standpoint.CONFIRMED


def test_an_answer_taken_back_makes_them_right_again(confirmed: Workshop) -> None:
    other_answer(confirmed)
    step = confirmed.says(LEAD, "SZ1", scenarios="documents,meetings")
    assert UpdateMinutes(1) in step.effects
    assert stands(confirmed.picture) is Standpoint.CONFIRMED


def test_another_rhythm_of_check_ins_is_another_agreement(confirmed: Workshop) -> None:
    weekly = CheckIn(Cadence("weekly", 0, 10, "Europe/Berlin", "2026-12-01"), first="2026-06-11")
    confirmed.engagement = replace(confirmed.engagement, check_in=weekly)
    assert stands(confirmed.picture) is Standpoint.CHANGED


def test_talks_and_metrics_are_agreed_too(confirmed: Workshop) -> None:
    talk = TalkState("accepted", ["business_value_workshop"], "2026-07-14")
    aim = MetricState(60, "2026-12-01", 20, at="2026-06-10T09:00:00Z")
    confirmed.engagement = replace(
        confirmed.engagement, discussions={"intune": talk}, metrics={"active_users": aim}
    )
    assert stands(confirmed.picture) is Standpoint.CHANGED
    agreed = agreements(confirmed.viewer())
    assert "Gespräch (Microsoft Intune): Nutzen-Workshop, am 14.07.2026" in agreed
    assert "Kennzahl „Aktive Personen“. Ausgangswert: 20 Personen. Ziel: 60 Personen bis 01.12.2026" in agreed
    entries = {one.id: one for one in dates(confirmed.viewer()).entries}
    assert entries["talk-intune"].title == "Contoso AG: Gespräch (Microsoft Intune)"
    confirmed.happens(IssueMinutes(FM))
    reading = Reading("2026-07-01", 30, LEAD.key, "2026-07-01T09:00:00Z")
    read = replace(aim, readings=[reading])
    confirmed.engagement = replace(confirmed.engagement, metrics={"active_users": read})
    assert stands(confirmed.picture) is Standpoint.WAITING


def test_the_team_sees_of_an_outdated_version_only_that_it_is_outdated(confirmed: Workshop) -> None:
    other_answer(confirmed)
    theirs, ours = minutes_screen(confirmed.viewer(LEAD)), minutes_screen(confirmed.viewer(FM))
    assert (theirs.stands, theirs.results, theirs.version) == ("changed", (), 1)
    assert theirs.confirmed == "Protokoll, Fassung 1: bestätigt von Leo Lead, 10.06.2026, 12:00 MESZ."
    assert (ours.stands, ours.version, len(ours.results)) == ("outdated", 0, 4)
    assert [button.action for button in ours.buttons if button.primary] == ["issue_minutes"]


def tables_in(workshop: Workshop) -> dict[str, dict[str, tuple[object, ...]]]:
    """The rows of the tables of the minutes, by title and first cell, in their order."""
    found = [block for block in minutes_paper(workshop.viewer()).blocks if isinstance(block, PaperTable)]
    return {table.title: {str(row[0]): row[1:] for row in table.rows} for table in found}


def test_the_minutes_say_what_was_decided_then_what_is_missing_then_who_does_what(book: Book) -> None:
    workshop = told_workshop(book)
    tables = tables_in(workshop)
    assert list(tables) == ["Was entschieden ist", "Was noch fehlt", "Wer was bis wann tut"]
    assert tables["Was entschieden ist"] == {
        "Zuständig": ("Einführung, Projektleitung: Leo Lead · Kommunikation: Kim Presse",),
        "Szenarien zum Start": ("Dokumente gemeinsam bearbeiten, Bessere Besprechungen",),
        "Betroffene Personen": ("850",),
        "Termine": ("Die Ersten (Pilot): 01.09.2026 · Start für alle: 01.12.2026",),
    }
    missing = tables["Was noch fehlt"]
    assert list(missing) == ["Beteiligte", "Szenarien", "Bekanntmachung", "Schulung"]
    assert missing["Szenarien"] == ("offen", "Eine Frage ist noch offen.")
    assert "(Budget fehlt)." in str(missing["Schulung"][1])
    late = "Der Betriebsrat ist noch nicht eingebunden, und bis zum Start ist wenig Zeit."
    assert late in str(missing["Beteiligte"][1])
    rows = tables["Wer was bis wann tut"]
    assert rows["Raum buchen"] == ("Leo Lead", date(2026, 8, 3), "")
    council = rows["Betriebsrat und Datenschutz einbinden, Nutzungsberichte ansprechen"]
    assert council == ("Leo Lead", date(2026, 6, 12), "")
    assert ("Leo Lead", date(2026, 6, 22), "Der Vorstand entscheidet im Juli.") in rows.values()
    agreed = agreements(workshop.viewer())
    assert "Austausch am liebsten per: Teams-Kanal" in agreed
    rhythm = "Regeltermin im Kanal: Alle 14 Tage am Dienstag um 09:00 Uhr (Europe/Berlin), bis 15.12.2026."
    assert rhythm in agreed


def test_channels_metrics_and_the_announcement_are_decisions_and_days_stand_in_their_order(
    book: Book,
) -> None:
    workshop = told_workshop(book)
    workshop.says(LEAD, "AW3", channels="email,intranet")
    workshop.says(
        LEAD, "AW4", sender="management", signer_name="Dr. Petra Vorstand", first_message="2026-07-15"
    )
    workshop.says(LEAD, "SZ5", metrics="usage", baseline="known")
    decided = tables_in(workshop)["Was entschieden ist"]
    assert decided["Termine"] == (
        "Ankündigung: 15.07.2026 · Die Ersten (Pilot): 01.09.2026 · Start für alle: 01.12.2026",
    )
    assert decided["Kanäle"] == ("E-Mail oder Newsletter, Intranet",)
    assert decided["Erfolg messen wir an"] == ("Aktive Nutzung der Dienste",)
    assert decided["Ankündigung im Namen von"] == (
        "Dr. Petra Vorstand · Geschäftsleitung (Sponsorin oder Sponsor)",
    )


def test_about_what_people_differ_nothing_is_decided(book: Book) -> None:
    workshop = told_workshop(book)
    workshop.says(SPONSOR, "SZ4", people="900", without_pc="some")
    assert "Betroffene Personen" not in tables_in(workshop)["Was entschieden ist"]


def test_who_was_only_asked_for_support_has_decided_nothing(book: Book) -> None:
    workshop = told_workshop(book)
    assert "Rückhalt der Leitung" not in tables_in(workshop)["Was entschieden ist"]
    assert "Die Zusage der Leitung steht noch aus" in str(tables_in(workshop)["Was noch fehlt"]["Beteiligte"])
    workshop.says(SPONSOR, "ST1", sponsor_name="Dr. Petra Vorstand", commitment="agreed")
    decided = tables_in(workshop)["Was entschieden ist"]
    assert decided["Rückhalt der Leitung"] == ("Dr. Petra Vorstand · Zugesagt",)
    workshop.says(LEAD, "ST1", commitment="open")
    assert "Rückhalt der Leitung" not in tables_in(workshop)["Was entschieden ist"]


def test_just_listening_stands_beside_no_name(book: Book) -> None:
    workshop = told_workshop(book)
    workshop.joins(IT, "listener")
    people = [
        item
        for block in minutes_paper(workshop.viewer()).blocks
        if isinstance(block, Bullets)
        for item in block.items
        if item.startswith("Dabei: ")
    ]
    assert people == ["Dabei: Leo Lead (Projektleitung), Sina Sponsor (Geschäftsleitung), Ivo Techniker"]


def test_the_minutes_hold_nothing_that_is_for_the_fm_alone(book: Book) -> None:
    from bot.papers.markdown import paper_md

    written = paper_md(minutes_paper(told_workshop(book).viewer()))
    for resource in book.playbook.resources:
        if resource.audience != "customer" and resource.url:
            assert resource.url not in written


def test_a_workshop_of_which_little_is_known_has_minutes_too(small: Book) -> None:
    paper = minutes_paper(running(small).viewer())
    said = [block.text for block in paper.blocks if isinstance(block, PaperText)]
    assert any("Fragen sind noch offen" in text for text in said)
    assert paper.title == "Protokoll des Erfolgsworkshops: Contoso AG"


@pytest.mark.parametrize(
    ("state", "end"),
    [
        ("none", "hängt an; bitte sagen"),
        ("issued", "steht in unserem Beitrag"),
        ("confirmed", "schon bestätigt"),
    ],
)
def test_the_text_to_send_asks_for_what_is_still_missing(book: Book, state: str, end: str) -> None:
    workshop = told_workshop(book)
    if state != "none":
        workshop.happens(IssueMinutes(FM))
    if state == "confirmed":
        workshop.happens(ConfirmMinutes(LEAD, 1))
    assert end in follow_up_mail(workshop.viewer()).text


def test_the_text_to_send_is_a_whole_mail(book: Book) -> None:
    mail = follow_up_mail(told_workshop(book).viewer())
    assert mail.subject == "Ihr Erfolgsworkshop: Ergebnis und nächste Schritte (Contoso AG)"
    greeting, sentences, tasks, close = mail.text.split("\n\n")
    assert greeting == "Guten Tag zusammen,"
    assert sentences == (
        "vielen Dank für Ihre Antworten im Erfolgsworkshop zu Exchange Online, OneDrive und Microsoft Teams. "
        "Bei allen Erfolgsfaktoren ist noch etwas zu tun. "
        "Das ganze Protokoll hängt an; bitte sagen Sie mir, wenn etwas anders ist."
    )
    head, *lines = tasks.split("\n")
    assert head == "Das ist als Nächstes zu tun:"
    assert "- Raum buchen (Leo Lead, bis 03.08.2026)" in lines
    assert close == "Freundliche Grüße\nFiona Muster"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"AW1": "yes"}, "Auf gutem Weg ist der Erfolgsfaktor „Bekanntmachung“, noch etwas zu tun ist bei „"),
        ({"AW1": "no"}, "Bei allen Erfolgsfaktoren ist noch etwas zu tun."),
    ],
)
def test_the_mail_names_the_factors_that_are_on_track(
    small: Book, said: dict[str, str], sentence: str
) -> None:
    workshop = running(small)
    for question, plan in said.items():
        workshop.says(LEAD, question, plan=plan)
    assert sentence in follow_up_mail(workshop.viewer()).text


def test_where_nothing_is_to_do_the_mail_lists_what_was_decided(book: Book) -> None:
    text = follow_up_mail(running(book).viewer()).text
    assert (
        "Das ist entschieden:\n- Termine: Die Ersten (Pilot): 01.09.2026 · Start für alle: 01.12.2026" in text
    )


def test_issuing_and_confirming_disturb_nobody_who_answers(issued: Workshop) -> None:
    step = issued.happens(ConfirmMinutes(LEAD, 1))
    assert not any(isinstance(effect, UpdateShared) for effect in step.effects)
    assert issued.engagement.revision > 0


def next_steps_in(workshop: Workshop) -> str:
    paper = minutes_paper(workshop.viewer())
    place = paper.blocks.index(Heading("Nächste Schritte"))
    steps = paper.blocks[place + 1]
    assert isinstance(steps, Bullets)
    return "\n".join(steps.items)


def test_what_is_done_is_no_next_step(book: Book) -> None:
    workshop = told_workshop(book)
    assert "Regeltermin für den Austausch" not in next_steps_in(workshop), "one is set"
    assert "bestätigen Sie es" not in next_steps_in(workshop), "the closing said so"
    workshop.says(LEAD, "CL", **CLOSING | {"confirm": "not_yet"})
    assert "bestätigen Sie es (bis 12.06.2026)." in next_steps_in(workshop)
    workshop.happens(IssueMinutes(FM))
    workshop.happens(ConfirmMinutes(LEAD, 1))
    assert "bestätigen Sie es (bis 12.06.2026)." in next_steps_in(workshop), "the minutes are another thing"
    workshop.engagement = replace(workshop.engagement, check_in=None)
    assert "Wir vereinbaren einen Regeltermin für den Austausch (bis 17.06.2026)." in next_steps_in(workshop)


def test_for_the_fm_the_result_is_done_with_the_end_of_the_workshop(book: Book) -> None:
    workshop = told_workshop(book)
    assert not next_steps_screen(workshop.viewer(FM)).steps[0].done
    note = "Ergebnis bestätigt von Leo Lead am 10.06.2026, bei 3 offenen Fragen."
    assert next_steps_screen(workshop.viewer(FM)).steps[0].note == note
    assert next_steps_screen(workshop.viewer(LEAD)).steps[0].done
    workshop.engagement = replace(workshop.engagement, status="completed")
    assert next_steps_screen(workshop.viewer(FM)).steps[0].done


def test_a_reason_is_given_only_for_what_is_held_up(book: Book) -> None:
    workshop = told_workshop(book)
    workshop.says(LEAD, "CL", **CLOSING, reason="budget")
    assert "Woran es hängt: Budget fehlt" not in agreements(workshop.viewer())
    workshop.says(LEAD, "CL", **CLOSING | {"project_plan": "no"}, reason="budget")
    assert "Woran es hängt: Budget fehlt" in agreements(workshop.viewer())


def test_talks_of_one_kind_stand_on_one_line(book: Book) -> None:
    workshop = told_workshop(book)
    talk = TalkState("accepted", ["sme_talk"], "2026-07-14")
    workshop.engagement = replace(workshop.engagement, discussions={"intune": talk, "entra": talk})
    found = [line for line in agreements(workshop.viewer()) if "14.07.2026" in line]
    assert found == [
        "Gespräch (Microsoft Entra ID P1/P2, Microsoft Intune): Gespräch mit Fachleuten, am 14.07.2026"
    ]


def test_a_long_text_is_marked_as_cut(book: Book) -> None:
    workshop = told_workshop(book)
    workshop.says(LEAD, "CL", **CLOSING | {"topic": "Wie gelingt Barrierefreiheit? " * 20})
    line = next(one for one in agreements(workshop.viewer()) if "Barrierefreiheit" in one)
    assert line.endswith("…")
    assert len(line) < 250


def asked(workshop: Workshop) -> list[str]:
    assert workshop.engagement.minutes is not None
    return workshop.engagement.minutes.asked


def test_the_project_lead_is_asked_to_confirm_and_counts_as_told_today(issued: Workshop) -> None:
    assert asked(issued) == [LEAD.key]
    assert issued.engagement.told[LEAD.key] == issued.now.date().isoformat()


def test_without_a_project_lead_those_who_answered_are_asked(book: Book) -> None:
    workshop = running(book)
    workshop.joins(LEAD, "listener")
    for person in (SPONSOR, LEAD):
        workshop.says(person, "AW3", channels="email", first="2026-07-01")
    workshop.happens(IssueMinutes(FM))
    assert asked(workshop) == [SPONSOR.key]


def test_who_was_addressed_today_or_wants_no_reminders_is_not_mentioned(book: Book) -> None:
    for changes in ({"told": {LEAD.key: "2026-06-10"}}, {"muted": [LEAD.key]}):
        workshop = running(book)
        workshop.engagement = replace(workshop.engagement, **changes)
        workshop.happens(IssueMinutes(FM))
        assert asked(workshop) == []
