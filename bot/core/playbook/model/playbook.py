"""The shape of playbook.yaml: every section, with its fields, as frozen models.

A model says what a playbook may hold; references between sections are checked in `playbook.checks`,
verdict rules in `playbook.proof`. Text for people is a mapping language -> sentence.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.core.playbook.model.base import Choice, Condition, FieldChoice, Key, Model, Named, Text
from bot.core.playbook.model.minutes import MinutesPage
from bot.core.playbook.model.offers import AddOn, Discussions, Metric, SuccessReview
from bot.core.verdict import Verdict

Need = Literal["must", "should"]
Depth = Literal["short", "full"]
Audience = Literal["customer", "presented", "fm"]
LinkStatus = Literal["working", "unchecked", "moved", "dead"]
FieldKind = Literal["choice", "multi", "text", "number", "date", "person", "url", "yes_partly_no"]
PastDate = Literal["refused", "gap", "allowed"]
OF_SETUP = ("services", "licensed")
"""The choices that a field can take from the setup."""
NOBODY_NAMED = "none"
"""In place of a person field in `closes`: the answer names nobody who closes the gap."""


class Service(Model):
    """A service of the page. `name` is the page's name, `today` what Microsoft calls it now."""

    id: Key
    name: str
    today: str
    group: Key
    good_for: Text  # one sentence, in a customer's words


class Resource(Model):
    """A link. `url` is null only for one that the operator sets (SSAT_LINKS)."""

    id: Key
    title: Text
    about: Text
    url: str | None
    source: str | None = None  # the address as the page has it, where `url` differs
    audience: Audience
    languages: list[str]  # of the material itself
    factors: list[Key] = []  # empty: all
    services: list[Key] = []  # empty: all
    status: LinkStatus
    checked: str | None = None  # ISO date of the last check
    replacement: Key | None = None  # of a moved or dead one: another resource
    words: list[str] = []  # further words that a search finds it by


class InputField(Model):
    """One input of a question. Its id is the input's id on the card."""

    id: Key
    kind: FieldKind
    label: Text
    choices: list[FieldChoice] = []
    choices_from: Key | None = None  # services, licensed, or one of choice_lists
    optional: bool = False
    depth: Depth | None = None  # shown only at this depth
    when: Condition = {}  # applies only where the fields before it say so
    past: PastDate | None = None  # date fields: what a date before today means
    min: int | None = None
    max: int | None = None
    multiline: bool = False
    hint: Text | None = None
    prefill: str | None = None  # "setup.launch", or "ST1.sponsor": what is known already
    role: Key | None = None  # person fields: whoever is named here has this role, and is invited with it


class ChoiceList(Model):
    """Choices that several fields take by `choices_from`. When they are read they stand in each field."""

    id: Key
    choices: list[FieldChoice]


class Rule(Model):
    """The verdict where every test in `when` holds; the first rule that fits counts."""

    verdict: Annotated[Verdict, Field(strict=False)]  # a word of the file becomes the verdict
    when: Condition = {}
    say: Text | None = None  # one sentence for the result card
    share: list[Key] = []  # resources posted to the thread when an answer brings this verdict
    held_up_by: list[Key] = []  # reasons of the playbook's list that this verdict names by itself
    closes: Key | None = None  # in place of the question's, for this verdict


class Question(Model):
    """A question: its sentence, roles and inputs, the verdict of an answer, and the material that helps."""

    id: Key
    room: Key
    factor: Key | None = None
    need: Need
    depth: Depth
    last: bool = (
        False  # asked when nothing else is open, or when the FM asks it early: it confirms the result
    )
    roles: list[Key]
    services: list[Key] = []  # asked only where one of them is in scope
    when: Condition = {}  # asked only where it holds
    shows: list[str] = []  # what is known and shown above the inputs: "setup.launch", "D3.result"
    title: Text  # two to four words, for lists and the plan
    ask: Text
    why: Text
    fields: list[InputField]
    reason: bool = False  # offers the playbook's reasons for "no"
    reason_when: Condition = {}  # only where its fields say so
    verdict: list[Rule]
    resources: list[Key] = []
    due: int  # working days after the workshop, for the action that a gap creates
    lead: int = 0  # weeks before the launch by which it has to stand at the latest
    action: Text  # what to do about a gap, as an imperative
    closes: Key | None = None  # the person field that names who closes a gap, or "none"

    @property
    def asks_for_people(self) -> bool:
        """True when one of its fields takes a person."""
        return any(field.kind == "person" for field in self.fields)


class Method(Model):
    """A section of the page's method: an activity of the FM, with its material."""

    id: Key
    title: Text
    text: list[Text]
    role: Text
    services: list[Key] = []  # empty: all services
    resources: list[Key] = []
    tasks: list[int] = []


class Statement(Model):
    """A goal or a key input of the page."""

    id: Key
    text: Text
    when: Condition = {}


class Outcome(Statement):
    """An outcome of the page. `reached` says by which answers and acts it is; without it only the FM can
    know, unless it has parts, which say it together."""

    part_of: Key | None = None  # its parent
    reached: Condition | None = None


class Task(Model):
    """An FTOP task. Required is the page's (E), optional its (O). `closes`: it is done when the FM completes
    the workshop."""

    id: int
    name: Text
    required: bool
    role: Text
    services: list[Key] = []  # empty: all services
    method: Key
    closes: bool = False


class NextStep(Model):
    """A step of the FM after the workshop, for a kind of customer."""

    id: Key
    text: Text
    fm: Text | None = None  # what only the FM reads
    resources: list[Key] = []
    when: Condition = {}
    due: int | None = None  # working days after the workshop
    # How far it is: the series, the plan's items, or whether the customer confirmed the result.
    shows: Literal["check_ins", "actions", "confirmation"] | None = None
    done: Condition | None = None  # the answers by which it is done


class Enterprise(Model):
    """The enterprise offering: the number of licences over which it is proposed, with its sentence."""

    licences_over: int
    redirect: Text  # said to a customer who already takes part in the offering
    resources: list[Key] = []


class Revision(Model):
    """One change of the page."""

    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    by: str
    change: Text


class Page(Model):
    """The page that this playbook implements."""

    title: Text
    phase: Text
    owner: str
    overview: Text
    goals: list[Statement]
    methods: list[Method]
    key_inputs: list[Statement]
    outcomes: list[Outcome]
    uncategorised: Text
    history: list[Revision] = []  # newest first


class Aspect(Model):
    """One aspect of the record sheet: a factor, or some questions. `shows` are the fields and parts of the
    setup that say it; without them the answers do."""

    id: Key
    name: Text
    factor: Key | None = None
    questions: list[Key] = []
    shows: list[str] = []


class RecordSheet(Model):
    """The sources from which the record sheet is filled. Fields are written as in conditions: "CL.effort"."""

    aspects: list[Aspect] = []
    later: str | None = None  # the field with the services that come later
    declined: Condition | None = None  # when the rest of the licensed services is not wanted
    effort: str | None = None  # the field with the effort that the customer wants
    talks: list[str] = []  # the fields about value workshops and talks with experts
    vague: list[str] = []  # words of a note that say nothing once some time has passed


class Playbook(Model):
    """The whole playbook, checked: every reference in it leads somewhere."""

    version: str
    languages: list[str]
    page: Page
    services: list[Service]
    service_groups: list[Named]
    roles: list[Named]
    factors: list[Named]
    rooms: list[Named]
    reasons: list[Choice]
    resources: list[Resource]
    choice_lists: list[ChoiceList] = []
    questions: list[Question]
    tasks: list[Task]
    next_steps: list[NextStep]
    add_ons: list[AddOn]
    discussions: Discussions
    metrics: list[Metric]
    success_review: SuccessReview
    enterprise: Enterprise
    record: RecordSheet = RecordSheet()
    minutes: MinutesPage = MinutesPage()
