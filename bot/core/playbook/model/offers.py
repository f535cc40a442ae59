"""The sections of playbook.yaml about talks to offer, success metrics and the success review."""

from __future__ import annotations

from typing import Literal

from bot.core.playbook.model.base import Condition, Key, Model, Named, Text

TalkStands = Literal["accepted", "declined", "held"]


class AddOn(Model):
    """Complementary services to propose, and when. `text` says to the customer why."""

    id: Key
    text: Text
    when: Condition
    propose: list[Key]


class TalkKind(Model):
    """A kind of talk about a service. `request` names it in a request for an expert, in English."""

    id: Key
    label: Text
    request: str


class Why(Model):
    """The reason for offering a talk: as said to the customer, and in a request for an expert, in English."""

    text: Text
    request: str


class Asked(Model):
    """A rule by which an answer decides already about a talk on a service."""

    id: Key
    service: Key
    stands: TalkStands
    talk: Key
    when: Condition
    day: str | None = None  # the field that holds the day: "SP4.day"


class Refusal(Model):
    """The rule by which nobody wants the services that are licensed and not planned; `kept` are planned."""

    when: Condition
    kept: str  # "D2.later"


class ExpertRequest(Model):
    """The request for an expert, in English. A line whose value is not known is left out."""

    subject: str
    lines: list[str]


class Discussions(Model):
    """Value discussions: who decides about them, what the answers say already, what the FM needs."""

    roles: list[Key]  # who accepts or declines, besides the FM
    wanted: str | None = None  # the field that names services to learn more about: "CL.gaps"
    wishes: str | None = None  # the field that names kinds of talk: "CL.offer"
    topic: str | None = None  # the field in which somebody wrote another topic: "CL.topic"
    talks: list[TalkKind]
    asked: list[Asked] = []
    refusal: Refusal | None = None
    why_wanted: Why
    why_licensed: Why
    general: Named  # a talk that is wanted and names no service
    resources: list[Key] = []
    request: ExpertRequest


class Metric(Model):
    """A number that shows success. `when` says for which answers it is suggested."""

    id: Key
    name: Text
    about: Text  # how it is read
    unit: Text
    percent: bool = False
    fractions: bool = False  # not whole numbers alone; percentages always take fractions
    per_service: bool = False
    falls: bool = False  # the lower, the better
    use: bool = False  # how much the services are used: counts for the success review
    fm: bool = False  # only the FM can read it
    note: Text | None = None
    when: Condition = {}
    today: str | None = None  # the field in which somebody wrote today's value: "SZ5.today_value"
    aim: str | None = None  # the field in which somebody wrote the target
    resources: list[Key] = []


class SuccessReview(Model):
    """The values at which the success review is due, and enablement is complete. `people` is the field that
    stands in where nobody knows the number of licences."""

    active_percent: int
    enabled_users: int
    small_under: int  # fewer licences than this: the percentage counts, not the users
    people: str


class Enterprise(Model):
    """The enterprise offering: the number of licences over which it is proposed, with its sentence."""

    licences_over: int
    redirect: Text  # said to a customer who already takes part in the offering
    resources: list[Key] = []
