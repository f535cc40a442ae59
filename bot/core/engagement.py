"""The state of one workshop: plain data, keyed by question id, read and written as JSON."""

from __future__ import annotations

from functools import cached_property
from sys import intern
from typing import Literal

import msgspec

from bot.core.cadence import Cadence
from bot.core.keys import person_key

Status = Literal["setup", "running", "completed", "redirected", "gone"]
VoiceKind = Literal["answer", "planned", "not_applicable", "skipped", "handed"]
ItemStatus = Literal["open", "done", "dropped", "stuck"]
SeriesStatus = Literal["on", "paused", "off"]
TalkStatus = Literal["accepted", "declined", "held"]
RecordStatus = Literal["in_progress", "blocked", "no_intent", "unknown", "duplicate"]
"""The status of an aspect of a service, in the words of FTOP, the record that FastTrack keeps."""
Value = str | int | float | list[str] | dict[str, str]
Amount = int | float
"""A number of a metric; what is whole is an int."""

STATE_VERSION = 2
"""Raised when a saved state must be read differently, with a migration (`bot/kept/migrations.py`);
`Engagement.version` holds a state's own."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of what is stored. A field that only a later version knows is not passed over unseen when it is
    read: it is set aside and written back (`bot/kept/state/unknown.py`)."""


class Person(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """Somebody who talks to the bot, as Teams names them. `home` is the tenant that they are known to belong
    to; where nobody told, `tenant` is that of the conversation."""

    tenant: str
    id: str
    name: str
    home: str = ""

    @cached_property
    def key(self) -> str:
        # Every answer of the person holds it, in each workshop that is known: once is enough.
        return intern(person_key(self.tenant, self.id))


class Participant(Part, frozen=True, omit_defaults=True):
    """A person who takes part in the engagement. `language` is the one that they chose for their private
    views, `client` that of the Teams in which they were seen last; `invited` are the roles that the FM gave
    them. `tenant` is the one they belong to, where it became known later and is not the one in their key.
    `teams_id` is the id by which Teams knows them beside the bot, as it came with their last change."""

    name: str
    roles: list[str] = []
    language: str | None = None
    joined: str | None = None
    client: str | None = None
    invited: list[str] = []
    tenant: str = ""
    teams_id: str = ""


class Setup(Part, frozen=True, omit_defaults=True):
    """The facts that the FM enters before the first question. Dates are ISO days."""

    customer: str = ""
    language: str = ""
    country: str = ""
    state: str = ""
    time_zone: str = ""
    licensed: list[str] = []
    services: list[str] = []
    in_use: list[str] = []
    enterprise_offering: bool = False
    enterprise_reason: str | None = None
    extended_service: bool | None = None
    extended_reason: str | None = None
    licences: int | None = None
    pilot: str | None = None
    launch: str | None = None
    depth: str = "short"
    pace: str = "week"
    answer_by: str | None = None
    key_inputs: list[str] = []


class Voice(Part, frozen=True, omit_defaults=True):
    """One person's answer to one question. `at` is ISO 8601 UTC; `fields` hold parsed values.

    A planned answer has the fields planned_by (person) and planned_on (date). `cut` names text fields
    of which the state holds only the beginning, with a hash of the whole, which the voice row holds.
    """

    by: str
    at: str
    kind: VoiceKind
    revision: int
    fields: dict[str, Value] = {}
    reason: str | None = None
    handed_to: str | None = None
    confirmed: bool = False
    put_off: int = 0  # how often the question was put off up to this voice, by whomever
    playbook_version: str = ""
    cut: dict[str, str] = {}


class Position(Part, frozen=True, omit_defaults=True):
    """A person's place in their private view: a cache, rebuilt from the answers when they disagree."""

    room: str
    question: str
    service: str | None = None


class Before(Part, frozen=True, omit_defaults=True):
    """The state that one person's last answer replaced, to be put back where they take it back.

    `ask` is the key of the question, `revision` that of the answer, `voice` what the person had said to it
    before, and `place` where that stood among the voices. `was` and `became` are the fields of the setup that
    followed the answer; `closed` are the factors that were closed before it, `offered` the talks that it
    offered, `mended` is its place among what left the plan (-1: none), `brought` are the items
    that fall due because of it.
    """

    ask: str
    revision: int
    voice: Voice | None = None
    place: int = 0
    stranger: bool = False  # the answer made the person known here
    was: dict[str, str | list[str] | None] = {}
    became: dict[str, str | list[str] | None] = {}
    launch_moved: str | None = None
    talk: Position | None = None
    last: str | None = None
    closed: list[str] = []
    summary: bool = False
    offered: list[str] = []
    mended: int = -1
    brought: list[str] = []


class Settled(Part, frozen=True):
    """The mark that the FM settled a question, up to a revision: later voices may dispute it again."""

    by: str
    at: str
    revision: int


class Live(Part, frozen=True):
    """The question (an ask key) that stands in the thread for all to answer, and since when."""

    ask: str
    opened: str


class News(Part, frozen=True, omit_defaults=True):
    """A line for one person about a question: the kind of news (texts `news.<what>`), and whom it names.

    `shown` is the id of the activity whose reply showed it, empty while nobody has seen it.
    """

    what: str
    by: str = ""
    shown: str = ""


class ItemState(Part, frozen=True, omit_defaults=True):
    """The changes that people made to an action item that the answers bring; with a `title`, an own item.

    `owner` is the value of a person field; without one, and without `due`, the answers say who and when.
    """

    status: ItemStatus = "open"
    reason: str | None = None
    title: str = ""
    owner: dict[str, str] | None = None
    due: str | None = None
    by: str = ""
    at: str = ""


class CheckIn(Part, frozen=True, omit_defaults=True):
    """The series of check-ins of a workshop. Days are ISO days in the cadence's time zone, moments are ISO
    8601 UTC.

    `next_due` is the moment of the next one, None where none follows; `sending` that of one whose post has
    begun and whose outcome is not recorded yet. `revision` is the engagement's at the last one,
    `silent` counts those in a row on which nobody reacted.
    """

    cadence: Cadence
    first: str
    status: SeriesStatus = "on"
    next_due: str | None = None
    paused_until: str | None = None
    sending: str | None = None
    last_sent: str | None = None
    revision: int = 0
    silent: int = 0


class Recall(Part, frozen=True, omit_defaults=True):
    """The last time that the FM had everybody with open questions reminded: the local day for which it counts
    (ISO), and the moment at which the messages fell due.

    `waiting` are the people whose message is still to come, `unreached` those who could not be reached in
    person and are mentioned next. `reached` and `mentioned` only count.
    """

    day: str
    at: str
    waiting: list[str] = []
    unreached: list[str] = []
    reached: int = 0
    mentioned: int = 0


class Unreached(Part, frozen=True, omit_defaults=True):
    """The mark that a person cannot be reached in person. `item` and `at` are what is due of them and has
    reached them by no other way, empty where the thread took it; `told`: the FM knows."""

    item: str = ""
    at: str = ""
    told: bool = False


class Minutes(Part, frozen=True, omit_defaults=True):
    """A version of the minutes that was issued in the thread. `content` marks what it says, `confirmed` holds
    who said that it is right, and when; `asked` are those who were asked to."""

    version: int
    by: str
    at: str
    content: str
    confirmed: dict[str, str] = {}
    asked: list[str] = []  # people whom the posted card mentions


class Mark(Part, frozen=True, omit_defaults=True):
    """The mark that somebody did something, and when; `on` is the day that it is about, if another one."""

    by: str
    at: str
    on: str = ""


class Closing(Part, frozen=True, omit_defaults=True):
    """The last question. `opened` marks that the FM asks it early, until it is answered. The rest is the last
    confirmation of the result: whose word, when, a mark of what it was given for, and the number of questions
    that were open then."""

    opened: Mark | None = None
    by: str = ""
    at: str = ""
    content: str = ""
    left: int = 0


class TalkState(Part, frozen=True, omit_defaults=True):
    """The decision about a talk on a service, by whom and when. `talks` are its kinds, `day` an ISO day;
    `reason` is one of the playbook's, `because` says it in somebody's own words. `requested` is the ISO day
    on which the FM asked for an expert.
    """

    status: TalkStatus
    talks: list[str] = []
    day: str | None = None
    reason: str | None = None
    because: str = ""
    requested: str | None = None
    by: str = ""
    at: str = ""


class Reading(Part, frozen=True):
    """The value of a metric on a day (ISO), who entered it and when."""

    day: str
    value: Amount
    by: str
    at: str


class MetricState(Part, frozen=True, omit_defaults=True):
    """The target that a team follows, and the values so far, by their days. `by` and `at` say who set it and
    when; a metric that is `dropped` is not followed any more and keeps its values.
    """

    target: Amount
    date: str
    baseline: Amount | None = None
    readings: list[Reading] = []
    dropped: bool = False
    by: str = ""
    at: str = ""


class TaskState(Part, frozen=True, omit_defaults=True):
    """The FM's record of a task: who did it and when, a note; with a `name`, a task of the FM's own."""

    done: Mark | None = None
    note: str = ""
    name: str = ""


class ServiceNote(Part, frozen=True, omit_defaults=True):
    """The FM's own note and status of a service on the record sheet, in place of those from the answers."""

    text: str = ""
    status: RecordStatus | None = None
    by: str = ""
    at: str = ""


class OverallNote(Part, frozen=True, omit_defaults=True):
    """The FM's own notes on the whole workshop. Days are ISO days, `owner` the value of a person field."""

    next_action: str = ""
    owner: dict[str, str] | None = None
    due: str | None = None
    effort: str = ""  # the effort that FastTrack gives, a choice of the playbook's
    forecast_15: str | None = None
    forecast_40: str | None = None
    forecast_max: str | None = None
    by: str = ""
    at: str = ""


class Reference(Part, frozen=True, omit_defaults=True):
    """The address of the conversation in Teams. `conversation` is the channel or chat without a thread;
    `thread` the root message of the workshop's post, in channels only."""

    service_url: str
    bot_id: str
    bot_name: str
    conversation: str
    scope: str  # channel | groupChat | personal
    thread: str | None = None
    team: str | None = None


class Engagement(Part, frozen=True, omit_defaults=True):
    """One workshop of one customer. `voices` maps an ask key to its voices; the first is the answer."""

    id: str
    tenant: str
    channel: str
    number: int
    reference: Reference
    fm: str
    started: str
    updated: str
    version: int = 1  # left out at 1, so the default stays; whoever begins a workshop gives it STATE_VERSION
    status: Status = "setup"
    revision: int = 0
    playbook: str = ""  # the id of its playbook; empty: the first of the settings
    setup: Setup = Setup()
    people: dict[str, Participant] = {}
    voices: dict[str, list[Voice]] = {}
    excepted: dict[str, list[str]] = {}  # question -> services that it is asked again for
    settled: dict[str, Settled] = {}
    plan: dict[str, ItemState] = {}  # ask key, or the id of an item of the team's own
    mended: list[str] = []  # ask keys of what left the plan because of a better answer
    launch_moved: str | None = None  # the day on which the launch was last moved
    plan_behind: bool = False  # rows and dues of the plan follow an earlier rule, until the next commit
    check_in: CheckIn | None = None
    urgent: str = ""  # the day by which something is needed first: what a portfolio is sorted by
    muted: list[str] = []  # people whom check-ins do not mention and who are not reminded
    minutes: Minutes | None = None
    closing: Closing = Closing()
    discussions: dict[str, TalkState] = {}  # service, or "general" -> what was decided about a talk on it
    offered: list[str] = []  # talks that the thread has been told about
    metrics: dict[str, MetricState] = {}  # ask key of a metric -> its course
    reviewed: str | None = None  # the day of the success review
    tasks: dict[str, TaskState] = {}  # by the number of the task
    shown: dict[str, Mark] = {}  # resource -> that the FM presented it
    outcomes: dict[str, Mark] = {}  # outcome -> that the FM said it is reached
    notes: dict[str, ServiceNote] = {}  # by service
    overall: OverallNote = OverallNote()
    completed: Mark | None = None
    due: dict[str, str] = {}  # what the due index knows of this workshop: item -> moment
    sending: dict[str, str] = {}  # notices whose post has begun, as `CheckIn.sending`: item -> moment
    told: dict[str, str] = {}  # person -> the local day on which they were last mentioned or reminded
    invitations: int = 0  # messages to those whom the FM invited
    recall: Recall | None = None
    unreached: dict[str, Unreached] = {}  # people who have no chat with the bot
    moves: int = 0  # times that /ssat brought its card elsewhere
    lost: str = ""  # the moment at which its channel, its team or the bot in it went away; empty while there
    posted: dict[str, str] = {}  # kind of card that is kept true -> the name of the latest one in the thread
    outdated: dict[str, str] = {}  # earlier card that is to say so -> its kind
    live: Live | None = None
    closed_factors: list[str] = []  # result card posted
    summary_posted: bool = False
    shared_stale: bool = False  # the shared card waits for somebody's stop
    last_answer: dict[str, str] = {}  # person -> when they last answered
    talks: dict[str, Position] = {}
    news: dict[str, dict[str, News]] = {}  # person -> ask key -> what their next view says of it
    listed: list[str] = []  # people in whose home this workshop is entered
    undoable: dict[str, Before] = {}  # person -> what their last answer replaced, the newest last
    merged: dict[str, str] = {}  # earlier key of a person -> theirs; rows follow with the next commit
    seen: list[str] = []  # ids of the activities whose effect is in this state, newest last
