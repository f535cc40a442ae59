"""The parts that screens are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NewType

from bot.core.verdict import Verdict

Said = NewType("Said", str)
"""Text that a person typed, or a name: inert on every card, never Markdown."""
UNSAID = Said("")

InputKind = Literal["text", "number", "date", "choice", "multi", "url"]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of an input. `said` where the title is a person's name or other text of people."""

    value: str
    title: str
    said: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form. `value` is its content, in the form that the client sends:
    numbers as digits, dates as YYYY-MM-DD, several choices joined by commas."""

    id: str
    kind: InputKind
    label: str
    value: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    expanded: bool = False
    multiline: bool = False
    whole: bool = False  # several lines that all show, to be read and copied
    elsewhere: bool = False  # a client that draws the card anew must not take it for the one before
    hint: str = ""
    min: int | None = None
    max: int | None = None
    max_length: int | None = None
    problem: str = ""  # the sentence at this field after a refusal


@dataclass(frozen=True, slots=True)
class Button:
    """A press. `action` is its name (texts: button.<action>, or button.<label>) and goes into the data
    with `data`. `primary` is the button of the next step, one a card; `overflow` stands in the menu;
    `bare` sends no inputs and is not stopped by required ones."""

    action: str
    data: tuple[tuple[str, str], ...] = ()
    label: str = ""
    primary: bool = False
    overflow: bool = False
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Stamp:
    """The data that every press of a card carries besides its own: workshop, revision, question.

    `workshop` is the number of the engagement in the conversation that the card is in; on a card elsewhere,
    in the personal chat of an FM, `engagement` names it.
    """

    workshop: int
    revision: int
    question: str | None = None
    service: str | None = None
    engagement: str | None = None


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment (ISO 8601 UTC) as of which a card in the thread speaks. `newer` says where a newer one of
    its kind stands (texts: card.newer.<newer>), empty where there is none."""

    moment: str
    time_zone: str
    newer: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A resource as shown: what it is, where it leads, its languages. `presented`: the FM shows it, and
    `shown` (ISO day) did so."""

    key: str
    title: str
    about: str
    url: str
    languages: tuple[str, ...] = ()
    presented: bool = False
    shown: str = ""
    fm_only: bool = False


@dataclass(frozen=True, slots=True)
class FactorLine:
    """The standing of a factor: answered of total, and its verdict."""

    factor: str
    name: str
    answered: int
    total: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """A question's outcome on a result, a summary or a plan: title, verdict, reason, next action."""

    question: str
    title: str
    verdict: Verdict
    sentence: str = ""
    general: bool = False  # the sentence fits any question: it tells nothing without the title
    reason: str = ""
    detail: Said = Said("")
    action: str = ""
    due: str = ""  # ISO day
    owner: Said = Said("")
    services: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part, with the names of their roles."""

    name: Said
    roles: tuple[str, ...] = field(default=())
