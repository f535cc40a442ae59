"""Sentences for people: complete in both languages, all used, German with its umlauts."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
import yaml

from bot.core.acts import ACT_VALUES
from bot.core.book import Book
from bot.core.checkin_steps import NTHS, RHYTHMS, series_entries
from bot.core.discussing import DAY, talk_entries
from bot.core.engagement import ItemStatus, RecordStatus, Status, VoiceKind
from bot.core.entries import BECAUSE
from bot.core.measuring import target_entries
from bot.core.papers.files import FileKind
from bot.core.papers.portfolio import FACTS, REASONS, STANDING
from bot.core.plan_events import Act
from bot.core.plan_steps import item_entries
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source import read_source
from bot.core.problems import Problem
from bot.core.record_events import TaskAct
from bot.core.screens.check_in import FORMS as CHECK_IN_FORMS
from bot.core.screens.minutes import STANDS
from bot.core.screens.offers import TALK_FORMS
from bot.core.screens.parts import InputKind
from bot.core.screens.plan import ITEM_FORMS
from bot.core.setup import DEPTHS, PACES, setup_entries
from bot.core.sheet.steps import FORECASTS, SHOWN_ON, note_entries, overall_entries
from bot.core.task_steps import task_entries
from bot.core.texts import Texts
from bot.core.value_events import TalkAct
from bot.core.verdict import Verdict
from bot.teams.commands import COMMANDS
from tests.words_in_code import (
    ROOT,
    asked_sentences,
    calls,
    constants,
    first_words,
)

CODE = ("bot", "cards", "dialogs")
LANGUAGES = {"de", "en"}
_VERDICTS = {verdict.value for verdict in Verdict}
_STATES = set(get_args(Status))
_ITEM_STATES = {"overdue", *get_args(ItemStatus)}
_METRIC_STATES = {"unread", "under_way", "reached", "late"}
_OFFER_STATES = {"offered", "accepted", "undated", "passed", "declined", "held"}


def _buttons() -> set[str]:
    """The titles of buttons: their labels, else their actions. Cards are drawn with some more as samples."""
    found = {*ITEM_FORMS, "check_in_pause", "check_in_longer", "item_still_stuck", "ssat", "help"}
    for call in calls("Button", "bot", "cards"):
        named = {one.arg: one.value for one in call.keywords}
        found |= constants(named.get("label", call.args[0]))
    # Choices of a workshop have customers' names as titles, lines of a list their own, files their form.
    found |= {kind.extension for kind in FileKind}
    return found - {
        "pick", "take", "item", "open_item", "task", "shown", "outcome", "outcome_undo", "note", "form",
        "offer", "metric", "choose_metric",
    }  # fmt: skip


def _filled_in(book: Book) -> dict[str, set[str]]:
    """Every key that the code builds, as it builds it, and everything that may be filled in there."""
    entries = {entry.id for entry in setup_entries(book)}
    shown = {subject.partition(".")[2] for one in book.playbook.questions for subject in one.shows}
    forms = first_words("FormScreen", "bot") | {"planned", "handed", "not_applicable", "skipped", "except"}
    forms |= {*ITEM_FORMS, *CHECK_IN_FORMS, *TALK_FORMS}
    chooses = first_words("ChooseScreen", "bot")
    endings = {word for call in calls("ending", "bot", "dialogs") for word in constants(call.args[1])}
    checks = first_words("ChecklistScreen", "bot") | _CHECKLISTS
    titled = {f"form.{one}" for one in forms} | {f"choose.{one}" for one in chooses}
    titled |= {f"check.{one}" for one in checks}
    return {
        "verdict.*": _VERDICTS,
        "agenda.*": first_words("_section", "bot/core/screens"),
        "reminder.intro.*": {"one", "many"},
        "sign.*": _VERDICTS,
        "result.sentence.*": _VERDICTS,
        "problem.*": {problem.value for problem in Problem},
        "button.*": _buttons(),
        "check_in.did.*": {"check_in_set", "check_in_snooze", "check_in_resume"},
        "check_in.every.*": set(RHYTHMS),
        "check_in.nth.*": set(NTHS),
        "command.*.name": set(COMMANDS),
        "command.*.about": set(COMMANDS),
        "field.*": entries
        | {"enterprise_reason", *_item_fields(), *_record_fields(book), *_talk_fields(book)}
        | {one for one in shown if one in entries}
        | _check_in_fields(),
        "field.check_in_*": {"day", "paused_until"},
        "input.range.*": {"both", "min", "max"},
        "input.required.*": set(get_args(InputKind)),
        "link.language.*": {*LANGUAGES},
        "manifest.*": {
            f"{part}.{length}" for part in ("name", "description") for length in ("short", "full")
        },
        "minutes.stand.*": set(STANDS),
        "follow_up.end.*": {"attached", "confirm", "settled"},
        "manager.*": {*STANDING, *FACTS, *REASONS},
        "file.*": {kind.about for kind in FileKind},
        "export.*.title": {kind.about for kind in FileKind},
        "export.*.about": {kind.about for kind in FileKind},
        "next.kind.*": {"enterprise", "other"},
        "check.act.*": set(ACT_VALUES),
        "check.group.*": first_words("CheckGroup", "bot") | first_words("_group", "bot"),
        "check.sign.*": {"done", "todo", "open"},
        "check.task_*": set(get_args(TaskAct)),
        "sheet.*": first_words("_table", "bot") | _table_names(),
        "sheet.column.*": _columns(),
        "sheet.fact.*": first_words("Fact", "bot") | set(FORECASTS),
        "sheet.intent.*": set(_INTENTS),
        "sheet.note.*": {*_INTENTS, "declined_because"},
        "sheet.note.dates_*": {"both", "pilot", "launch"},
        "sheet.status.*": set(get_args(RecordStatus)),
        "field.metric_*": {entry.id for entry in target_entries(book.playbook.metrics[0])},
        "metrics.*": {"day", "value"},
        "metrics.earlier.*": {"one", "many"},
        "metrics.sign.*": _METRIC_STATES,
        "metrics.state.*": _METRIC_STATES,
        "offers.decided.*": set(get_args(TalkAct)),
        "offers.sign.*": _OFFER_STATES,
        "offers.state.*": _OFFER_STATES,
        "review.due.*": {"active", "own"},
        "review.enabled.*": {"users", "percent"},
        "plan.acted.*": set(get_args(Act)),
        "plan.item_*": {"moves", "appears", "leaves"},
        "portfolio.count.*": {"one", "many"},
        "plan.*": {"mine", "others", "closed"},
        "plan.kept.*": {"one", "many"},
        "plan.sign.*": _ITEM_STATES,
        "plan.status.*": _ITEM_STATES,
        "next.open.*": {"one", "many"},
        "resources.withheld.*": {"one", "many"},
        "notice.*": first_words("NoticeScreen", "bot")
        | {word for call in calls("_say", "bot/teams") for word in constants(call.args[1])},
        "option.*": {*DEPTHS, *PACES, *RHYTHMS, *LANGUAGES, "yes", "partly", "no"},
        "said.*": set(get_args(VoiceKind)) - {"answer", "planned", "handed"},
        "status.state.*": _STATES,
        "workshop.status.*": _STATES - {"running"},
        "workshop.*": {"services", "launch", "answer_by", "fm"},
        "summary.*": {"factor", "verdict", "concerned"},
        "welcome.*": {"time", "seen", "stored"},
        "welcome.*_about": {"time", "seen", "stored"},
        "banner.*": endings | {"redirected", "gone"},
        "banner.*_left": {"thanks", "nothing_open"},
        "*.title": titled,
        "*.intro": titled,
        "*.before.*": {"form.setup"},
    }


_CHECKLISTS = {"completing", "all_done"}
_INTENTS = ("now", "in_use", "later", "declined", "open")


def _table_names() -> set[str]:
    """The tables of the record sheet, by the second argument of what makes one."""
    return {word for call in calls("_table", "bot/core/papers") for word in constants(call.args[1])}


def _columns() -> set[str]:
    return {word for call in calls("_table", "bot/core/papers") for word in constants(call.args[2])}


def _record_fields(book: Book) -> set[str]:
    """The labels of the forms of tasks, material and the record sheet."""
    entries = [*task_entries("add"), *task_entries("note"), *note_entries()]
    entries += overall_entries(book, {})
    return {SHOWN_ON, *(entry.id for entry in entries)}


def _item_fields() -> set[str]:
    """The labels of the plan's own forms."""
    entries = [entry for act in ("add", *get_args(Act)) for entry in item_entries(act, {})]
    return {f"item_{entry.id}" for entry in entries if entry.id != BECAUSE}


def _talk_fields(book: Book) -> set[str]:
    """The labels of the forms of talks."""
    talks = {entry.id for act in get_args(TalkAct) for entry in talk_entries(book, act)} - {DAY, BECAUSE}
    return talks | {"talk_day", "talk_held_on", "talk_because"}


def _check_in_fields() -> set[str]:
    return {f"check_in_{entry.id}" for entry in series_entries() if entry.id != "time_zone"}


def _built(book: Book) -> set[str]:
    found = {
        key.replace("*", value)
        for key, values in _filled_in(book).items()
        for value in values
        if key.count("*") == 1
    }
    return found | {f"form.setup.before.{entry.id}" for entry in setup_entries(book)}


def test_no_sentence_stands_twice() -> None:
    raw = (ROOT / "bot" / "core" / "texts.yaml").read_text("utf-8")
    assert read_source(raw, "texts.yaml").faults == []


def test_every_sentence_stands_in_both_languages_with_the_same_placeholders() -> None:
    leaves = list(_leaves(yaml.safe_load((ROOT / "bot/core/texts.yaml").read_text("utf-8"))))
    assert len(leaves) > 200
    for key, sentences in leaves:
        assert set(sentences) == LANGUAGES, key
        assert all(one.strip() == one and one for one in sentences.values()) or key in _SPACED, key
        assert _placeholders(sentences["de"]) == _placeholders(sentences["en"]), key


_SPACED = {
    "question.known", "question.known_by", "finding.why", "finding.action", "finding.services",
    "workshop.services", "workshop.launch", "workshop.answer_by", "workshop.fm", "workshop.members",
    "resources.for", "resources.commands", "plan.because", "minutes.pilot", "export.asked",
    "portfolio.actions", "portfolio.next",
    "metrics.said_today", "metrics.said_aim",
}  # fmt: skip
"""What stands before or behind something else on its line."""


def _leaves(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    for key, value in node.items():
        here = f"{path}.{key}" if path else key
        if all(isinstance(one, str) for one in value.values()):
            yield here, value
        else:
            yield from _leaves(value, here)


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_playbook_says_everything_in_both_languages() -> None:
    texts = list(_texts_of(yaml.load(shipped_playbook_path().read_text("utf-8"), Loader=yaml.CSafeLoader)))
    assert len(texts) > 500
    for text in texts:
        assert set(text) == LANGUAGES
        assert all(isinstance(one, str) and one.strip() for one in text.values()), text


def _texts_of(node: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(node, dict):
        if LANGUAGES & set(node):
            yield node
        else:
            for value in node.values():
                yield from _texts_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts_of(value)


def test_every_way_of_building_a_key_is_known_here(book: Book) -> None:
    built = {key for key, _ in asked_sentences(*CODE) if "*" in key}
    assert built == set(_filled_in(book))


def test_every_key_that_the_code_asks_for_exists(book: Book, texts: Texts) -> None:
    sentences = texts.words("de").sentences
    plain = {key for key, _ in asked_sentences(*CODE) if "*" not in key}
    assert sorted(plain - set(sentences)) == []
    # Where a form's part begins is only looked up.
    asked = {key for key in _built(book) if ".before." not in key}
    assert sorted(asked - set(sentences)) == []


def test_every_key_is_used(book: Book, texts: Texts) -> None:
    plain = {key for key, _ in asked_sentences(*CODE) if "*" not in key}
    assert sorted(set(texts.words("de").sentences) - plain - _built(book)) == []


def test_every_sentence_gets_what_it_has_placeholders_for(texts: Texts) -> None:
    sentences = texts.words("en").sentences
    for key, call in asked_sentences(*CODE):
        names = {one.arg for one in call.keywords}
        if "*" not in key and None not in names and key in sentences:
            assert names == _placeholders(sentences[key]), key


_NATURAL = re.compile(
    r"queue|[aeq]ue|uell|zuerst|zuein|israel|michael|raphael|poe[st]|koexist|aero", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"[ao]e|ue", re.IGNORECASE)
_SHARP_S = re.compile(
    r"\b(gross|groess|größ?s?s[et]|strasse|mass(?:nahme|stab)|regelmäss|gemäss|schliesslich|ausser|äusser|"
    r"weiss|heiss|grüss|spass|fuss|dreissig|begrüss|bloss)\w*",
    re.IGNORECASE,
)


def test_german_is_written_with_umlauts_and_sharp_s(texts: Texts) -> None:
    sentences = list(texts.words("de").sentences.values())
    raw = yaml.load(shipped_playbook_path().read_text("utf-8"), Loader=yaml.CSafeLoader)
    sentences += [text["de"] for text in _texts_of(raw)]
    assert _misspelt(" ".join(sentences)) == set()


def _misspelt(text: str) -> set[str]:
    words = re.findall(r"(?<![/\w@.])[A-Za-zÄÖÜäöüß]+", re.sub(r"https?://\S+", "", text))
    return {
        word
        for word in words
        if (_SUBSTITUTE.search(_NATURAL.sub("", word)) and word not in _PROPER) or _SHARP_S.match(word)
    }


_PROPER = {"Does", "Roadmap"}


@pytest.mark.parametrize(
    "word", ["Uebersicht", "koennen", "naechste", "zurueck", "Massnahme", "weiss", "grosse"]
)
def test_a_misspelt_word_is_noticed(word: str) -> None:
    assert _misspelt(f"Das ist {word} hier.") == {word}


@pytest.mark.parametrize(
    "word", ["aktuell", "neue", "Dauer", "zuerst", "individuell", "lassen", "Queue", "müssen"]
)
def test_a_word_that_is_right_is_left_alone(word: str) -> None:
    assert _misspelt(f"Das ist {word} hier.") == set()
