"""The subjects of a playbook's conditions, and the tests that make sense for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from bot.core.playbook.conditions.compiled import BadCondition, Compiled, compile_condition
from bot.core.playbook.conditions.operators import COUNTS, DAYS, PAST, SETS, Check
from bot.core.playbook.model.base import YES_PARTLY_NO, Condition
from bot.core.playbook.model.playbook import InputField, Playbook, Question
from bot.core.playbook.source.faults import Found
from bot.core.playbook.source.scalars import read_as
from bot.core.setup_fields import FIELDS, SetupField

SubjectKind = Literal["choice", "multi", "open", "number", "date", "today", "flag", "thing", "question"]
"""`open` is a word of an open list (a country), `thing` something of which only the presence counts."""

MAX_NUMBER: Final = 10_000_000
GENERAL: Final = "general"
"""The key of the talk that names no service."""
ACTS_PREFIX: Final = "acts."
"""The prefix of the subjects that are acts."""

_THERE: Final = ("given", "missing")
_TESTS: Final[dict[SubjectKind, tuple[str, ...]]] = {
    "choice": (*_THERE, "any", "only", "none"),
    "multi": (*_THERE, *SETS, *COUNTS),
    "open": (*_THERE, "any", "only", "none"),
    "number": (*_THERE, "any", "none", *COUNTS),
    "date": (*_THERE, *DAYS, PAST),
    "today": DAYS,
    "flag": (*_THERE, "any"),
    "thing": _THERE,
    "question": ("answered", "unanswered"),
}
_WORDS: Final[dict[SubjectKind, type]] = {
    "choice": str,
    "multi": str,
    "open": str,
    "number": int,
    "flag": bool,
}


@dataclass(frozen=True, slots=True)
class Domain:
    """The values that a subject can have. `optional`: it may have none."""

    kind: SubjectKind
    options: tuple[str, ...] = ()
    optional: bool = True
    minimum: int = 0
    maximum: int = MAX_NUMBER


class Vocabulary:
    """The subjects of a playbook."""

    def __init__(self, playbook: Playbook) -> None:
        self.services = tuple(service.id for service in playbook.services)
        self.reasons = tuple(reason.id for reason in playbook.reasons)
        self.questions = {question.id: question for question in playbook.questions}
        self.fields = {
            question.id: {field.id: field for field in question.fields} for question in playbook.questions
        }
        self.setup = {field.id: _of_setup(playbook, field) for field in FIELDS if field.asked == "conditions"}
        factors = tuple(factor.id for factor in playbook.factors)
        self.acts = {
            "results": Domain("multi", factors),
            "shown": Domain("multi", tuple(one.id for one in playbook.resources)),
            "tasks": Domain("multi", tuple(str(task.id) for task in playbook.tasks)),
            "unowned": Domain("number", optional=False),
            "effort": Domain("thing"),
            "next_action": Domain("thing"),
            "check_in": Domain("thing"),
            "completed": Domain("thing"),
            "talks": Domain("multi", (*self.services, GENERAL)),
            "metrics": Domain("multi", tuple(metric.id for metric in playbook.metrics)),
        }
        """The acts, beside the answers: results that were posted, material that was shown, tasks that are
        done, open actions that nobody owns, what the FM noted, a series of check-ins, the end, talks that
        took place, metrics that are followed."""
        self.shown = {field.id: _of_setup(playbook, field) for field in FIELDS if field.asked != "nowhere"}
        """The parts of the setup that a card can show: the subjects of conditions, and parts for people."""

    def domain(self, subject: str, own: Question | None = None) -> Domain | str:
        """The values of a subject, in the rules of a question `own`; the fault as a sentence where none."""
        owner, dot, name = subject.partition(".")
        if subject == "today":
            return Domain("today", optional=False)
        if dot and own is not None and owner == own.id:
            return f"of its own fields a rule says only the id: {name}"
        if dot:
            return self._inner(owner, name)
        if own is not None and subject in self.fields[own.id]:
            return self.field(self.fields[own.id][subject])
        if own is not None and subject == "reason":
            if not own.reason:
                return "the question offers no reasons (reason: true)"
            return Domain("choice", self.reasons)
        if subject in self.questions:
            asks_itself = own is not None and own.id == subject
            return "a rule cannot ask for its own answer" if asks_itself else Domain("question")
        what = "a field of this question, a question" if own else "a question"
        return f"{subject} is neither {what}, nor today, nor a name with a dot"

    def field(self, field: InputField) -> Domain:
        """The values of a field."""
        match field.kind:
            case "choice" | "multi":
                given = tuple(choice.id for choice in field.choices)
                return Domain(field.kind, self.services if field.choices_from else given, field.optional)
            case "yes_partly_no":
                return Domain("choice", YES_PARTLY_NO, field.optional)
            case "number":
                most = MAX_NUMBER if field.max is None else field.max
                return Domain("number", (), field.optional, field.min or 0, most)
            case "date":
                return Domain("date", (), field.optional)
            case _:
                return Domain("thing", (), field.optional)

    def understand(
        self, condition: Condition, own: Question | None = None, *, acts: bool = False
    ) -> tuple[Compiled | None, list[Found]]:
        """A condition compiled, None where it has faults, and all its faults, with places seen from the
        condition. It may ask about acts only where `acts` is set."""
        try:
            compiled = compile_condition(condition)
        except BadCondition as bad:
            return None, bad.found
        listed = isinstance(condition, list)
        found: list[Found] = []
        for position, checks in enumerate(compiled.alternatives):
            for check in checks:
                domain = self.domain(check.subject, own)
                message = domain if isinstance(domain, str) else misfit(check, domain)
                if check.subject.startswith(ACTS_PREFIX) and not acts:
                    message = "acts count for `reached` alone"
                one = Found((position, check.subject) if listed else (check.subject,), message)
                if message and one not in found:
                    found.append(one)
        return (None if found else compiled), found

    def _inner(self, owner: str, name: str) -> Domain | str:
        if f"{owner}." == ACTS_PREFIX:
            return self.acts.get(name) or f"there is no act {name}; there are {', '.join(self.acts)}"
        if owner == "setup":
            return self.setup.get(name) or f"the setup has no {name}; it has {', '.join(sorted(self.setup))}"
        if owner not in self.questions:
            return f"there is no question {owner}"
        field = self.fields[owner].get(name)
        return self.field(field) if field else f"question {owner} has no field {name}"


def _of_setup(playbook: Playbook, field: SetupField) -> Domain:
    # A field that nobody has to fill in for it to have a value is never missing.
    optional = field.default in ("", [], None)
    if field.open_list:
        return Domain("open", optional=optional)
    if field.kind == "text":
        return Domain("thing", optional=optional)
    options = field.keys(playbook) if field.kind in ("choice", "multi") else ()
    return Domain(field.kind, options, optional)


def misfit(check: Check, domain: Domain) -> str:
    """The reason why a check does not fit the values of its subject; empty where it does."""
    if check.operator not in _TESTS[domain.kind]:
        return f"{check.operator} is no test for this; there are {', '.join(_TESTS[domain.kind])}"
    if not isinstance(check.operand, frozenset):
        return ""
    wanted = _WORDS[domain.kind]
    for word in check.operand:
        if type(word) is not wanted:
            shown = f'"{word}"' if isinstance(word, str) else read_as(word)
            advice = ": put words like yes, no, on and off in quotes" if wanted is str else ""
            return f"{shown} is never its value{advice}"
    unknown = sorted(str(word) for word in check.operand if domain.options and word not in domain.options)
    if unknown:
        return f"{', '.join(unknown)} cannot be chosen; there are {', '.join(domain.options)}"
    return ""
