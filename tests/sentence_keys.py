"""The keys of sentences that the code asks for, and what may be filled into those that it builds."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, get_args

from bot.core.checkins.steps import NTHS, RHYTHMS, series_entries
from bot.core.engagement import ItemStatus, RecordStatus, Status, VoiceKind
from bot.core.metrics.review import Enabled, ReviewDue
from bot.core.metrics.steps import target_entries
from bot.core.papers.files import FileKind
from bot.core.parts import InputKind
from bot.core.plan.events import Act
from bot.core.plan.steps import item_entries
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.entries import BECAUSE
from bot.core.questions.news import WHATS
from bot.core.record.acts import ACT_VALUES
from bot.core.record.events import TaskAct
from bot.core.record.material_steps import SHOWN_ON
from bot.core.record.sheet.cells import CellScope
from bot.core.record.sheet.overview import Fact
from bot.core.record.steps import FORECASTS, note_entries, overall_entries
from bot.core.record.task_steps import task_entries
from bot.core.screens.checkins.agenda import Section
from bot.core.screens.choose import ChooseScreen
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.metrics.metrics import MetricLine
from bot.core.screens.minutes.minutes import STANDS
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.plan.plan import ItemLine
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen
from bot.core.screens.talks.talks import OfferLine
from bot.core.screens.workshop.next_steps import NextStepsScreen
from bot.core.setup.reading import setup_entries
from bot.core.setup_fields import DEPTHS, PACES
from bot.core.talks.events import TalkAct
from bot.core.talks.steps import TALK_DAY, talk_entries
from bot.core.talks.talks import Talk
from bot.core.verdict import Verdict
from bot.teams.commands import COMMANDS
from tests.sentences import LANGUAGES
from tests.values_in_code import ANY, argument, around, can_be, function_of, given
from tests.words_in_code import CODE, calls, sources

_ASKING = ("words", "has", "titles")
_TAPPED = ("press", "options", "suggested")
"""Where a button has no title of its own: it stands beside a line, or the name of a customer."""
_ONLY_IN_SAMPLES = {"ssat", "help"}
"""Buttons that the samples of cards have and nothing else."""
LOOKED_UP = {"banner.nothing_open_left", "banner.thanks_left", "link.language.*", "workshop.status.*"}
"""What must be there although the code would go on without."""


class Asked(NamedTuple):
    """A call that asks for sentences, and the keys that it may ask for, with ANY for what a run tells.

    It may lack them where the same is only looked up.
    """

    call: ast.Call
    keys: frozenset[str]
    may_lack: bool


@cache
def asked() -> tuple[Asked, ...]:
    """Every call of the code that asks for a sentence."""
    looked_up = {_where(call) for call in calls("has", *CODE)}
    found = []
    for call in (call for name in _ASKING for call in calls(name, *CODE) if call.args):
        keys = frozenset(key for key in can_be(call.args[0]) if "." in key and not key.startswith(ANY))
        found += [Asked(call, keys, _where(call) in looked_up)] if keys else []
    return tuple(found)


def _where(call: ast.Call) -> tuple[ast.AST | None, str]:
    """The function that a call is in, and what it asks for there."""
    return function_of(call), ast.unparse(call.args[0])


def whole(keys: Iterable[str], fillings: Mapping[str, Iterable[str]]) -> set[str]:
    """The keys with everything that may be filled in."""
    return {
        key.replace(ANY, filling, 1).replace(ANY, rest, 1)
        for key in keys
        for one in (fillings[key] if ANY in key else [""])
        for filling, _, rest in [one.partition("|")]
    }


def filled_in(book: Book) -> dict[str, set[str]]:
    """What only a run would tell of a key that the code builds, and everything that may be filled in there;
    two parts have a stroke between them."""
    verdicts, states = set(Verdict), set(get_args(Status))
    forms = given(FormScreen, "form", besides=_opened())
    checklists = given(ChecklistScreen, "checklist")
    chooses = given(ChooseScreen, "choose")
    papers = {kind.about for kind in FileKind}
    metrics = given(MetricLine, "state")
    offers = given(OfferLine, "state", besides=given(Talk, "status"))
    items = given(ItemLine, "state", besides=get_args(ItemStatus))
    intents = given(CellScope, "intent")
    return {
        "agenda.*": given(Section, "name"),
        "banner.*": {"redirected", "gone"},
        "button.*": _titled(),
        "card.newer.*": {"below", "elsewhere"},
        "check.*.intro": checklists,
        "check.*.title": checklists,
        "check.act.*": set(ACT_VALUES),
        "check.group.*": given(CheckGroup, "name"),
        "check.sign.*": given(CheckLine, "state"),
        "check.task_*": set(get_args(TaskAct)),
        "check_in.every.*": set(RHYTHMS),
        "check_in.nth.*": set(NTHS),
        "choose.*.intro": chooses,
        "choose.*.title": chooses,
        "command.*.about": set(COMMANDS.keys),
        "command.*.name": set(COMMANDS.keys),
        "export.*.about": papers,
        "export.*.title": papers - {FileKind.PERSON_JSON.about},
        "field.*": _fields(book),
        "field.check_in_*": {entry.id for entry in series_entries()} - {"time_zone"},
        "field.item_*": _of_items() - {BECAUSE},
        "field.metric_*": {entry.id for entry in target_entries(book.playbook.metrics[0])},
        "file.*": papers,
        "form.*.before.*": {f"setup|{entry.id}" for entry in setup_entries(book)},
        "form.*.intro": forms,
        "form.*.title": forms,
        "heard.*": {"yes", "partly", "no"},
        "input.range.*": {"both", "min", "max"},
        "input.required.*": set(get_args(InputKind)),
        "link.language.*": LANGUAGES,
        "metrics.sign.*": metrics,
        "metrics.state.*": metrics,
        "minutes.stand.*": set(STANDS),
        "next.kind.*": given(NextStepsScreen, "kind"),
        "news.*": {*WHATS, "differs_lead"},
        "notice.*": given(NoticeScreen, "notice"),
        "talks.decided.*": set(get_args(TalkAct)),
        "talks.sign.*": offers,
        "talks.state.*": offers,
        "option.*": {*DEPTHS, *PACES, *RHYTHMS, *LANGUAGES, "yes", "partly", "no"},
        "plan.acted.*": set(get_args(Act)),
        "plan.sign.*": items,
        "plan.status.*": items,
        "problem.*": set(Problem),
        "review.due.*": given(ReviewDue, "why"),
        "review.enabled.*": given(Enabled, "why"),
        "said.*": set(get_args(VoiceKind)) - {"answer", "planned", "handed"},
        "sheet.fact.*": given(Fact, "label", besides=FORECASTS),
        "sheet.intent.*": intents,
        "sheet.note.*": intents,
        "sheet.note.*_together": {"now", "in_use"},
        "sheet.note.dates_*": {"both", "pilot", "launch"},
        "sheet.status.*": set(get_args(RecordStatus)),
        "sign.*": verdicts,
        "status.state.*": states,
        "verdict.*": verdicts,
        "welcome.kept.*": states,
        "workshop.status.*": states - {"running"},
    }


def _opened() -> set[str]:
    """The forms that buttons open: what stands behind the word in `("form", ...)`."""
    found = set[str]()
    for _, tree in sources(*CODE):
        for node in ast.walk(tree):
            match node:
                case ast.Tuple(elts=[ast.Constant(value="form"), form]):
                    found |= can_be(form)
    return found - {ANY, ""}


def _titled() -> set[str]:
    """The titles of buttons: their labels, else their actions."""
    found = {*_ONLY_IN_SAMPLES, *(kind.extension for kind in FileKind)}
    for call in calls("Button", *CODE):
        label = argument(call, 2, "label")
        if label or not _is_tapped(call):
            found |= can_be((label or argument(call, 0, "action"))[0])
    return found - {ANY}


def _is_tapped(button: ast.Call) -> bool:
    """Whether a button is only what a tap on something does."""
    for outer in around(button):
        match outer:
            case ast.keyword(arg=name) | ast.Assign(targets=[ast.Name(id=name)]) if name in _TAPPED:
                return True
            case ast.FunctionDef(name=name, returns=ast.Name(id="Button")):
                return all(_is_tapped(call) for call in calls(name, *CODE))
    return False


def _fields(book: Book) -> set[str]:
    """The labels of forms, but of those whose labels begin with what the form is about."""
    entries = [*setup_entries(book), *task_entries("add"), *task_entries("note"), *note_entries()]
    entries += overall_entries(book, {})
    talks = {entry.id for act in get_args(TalkAct) for entry in talk_entries(book, act)} - {TALK_DAY, BECAUSE}
    return {SHOWN_ON, "time_zone", BECAUSE, *talks, *(entry.id for entry in entries)}


def _of_items() -> set[str]:
    return {entry.id for act in ("add", *get_args(Act)) for entry in item_entries(act, {})}
