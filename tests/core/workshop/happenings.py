"""Random things that three people do in a workshop on the small playbook, well or badly."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bot.core.answers.events import Confirm, Except, Say, Settle
from bot.core.checkins.events import (
    Mute,
    PauseCheckIn,
    RemindAll,
    ResumeCheckIn,
    SetCheckIn,
    SnoozeCheckIn,
    StopCheckIn,
)
from bot.core.engagement import VoiceKind
from bot.core.meeting.events import LiveNext, LiveStart, LiveStop
from bot.core.people.events import Invite, Speak, Stop, TakePart
from bot.core.plan.events import ActOnItem, AddItem
from bot.core.record.events import ActOnTask, AddTask, TickOutcome, WriteNote, WriteOverall
from bot.core.setup.events import SetUp
from bot.core.step import Event
from tests.core.workshops import FM, IT, LEAD, ROSTER, SETUP

PEOPLE = (FM, LEAD, IT)
KEYS = st.sampled_from([*ROSTER, "contoso/nobody", ""])
NOISE = st.sampled_from(["so", "2026-06-12", "ja \ud800", "", "2020-01-01", "x" * 3000, None])
GOOD: dict[str, st.SearchStrategy[Any]] = {
    "D1": st.fixed_dictionaries(
        {
            "start": st.sampled_from(["2026-12-01", "2026-08-01", "bald"]),
            "in_use": st.sampled_from(["yes", "no"]),
        }
    ),
    "ST1": st.fixed_dictionaries({"state": st.sampled_from(["agreed", "asked", "open"]), "sponsor": KEYS}),
    "ST2": st.fixed_dictionaries({"since": st.sampled_from(["", "2026-05-01"])}),
    "SZ1": st.fixed_dictionaries(
        {"scenarios": st.sampled_from(["meetings", "news,other", ""]), "detail": NOISE}
    ),
    "AW1": st.fixed_dictionaries({"plan": st.sampled_from(["yes", "partly", "no", "Ja"])}),
    "TR1": st.fixed_dictionaries({"people": st.sampled_from(["0", "12", "1.000", "-1"])}),
    "TE1": st.fixed_dictionaries({"decided": st.sampled_from(["yes", "no"])}),
    "CL": st.fixed_dictionaries({"deeper": st.sampled_from(["", "teams", "exchange,teams"])}),
}
ASIDE = st.fixed_dictionaries(
    {
        "planned_by": KEYS,
        "planned_on": NOISE,
        "handed_to": KEYS,
        "handed_to_name": st.sampled_from(["", "Ada"]),
        "because": NOISE,
    }
)
BY = st.sampled_from(PEOPLE)
QUESTIONS = st.sampled_from(list(GOOD))


@st.composite
def sayings(draw: st.DrawFn) -> Say:
    """Somebody answers something, well or badly, on a new or an old card."""
    question = draw(QUESTIONS)
    kind: VoiceKind = draw(
        st.sampled_from(["answer", "answer", "planned", "not_applicable", "skipped", "handed"])
    )
    raw = draw(GOOD[question] if kind == "answer" else ASIDE)
    service = draw(st.sampled_from([None, None, None, None, "teams"]))
    return Say(draw(BY), question, service, kind, raw, draw(st.sampled_from([10**6, 10**6, 0])))


def _until(day: str) -> dict[str, str]:
    return {"paused_until": day}


LED = st.sampled_from([FM, FM, FM, LEAD])
CHANGES = st.fixed_dictionaries(
    {
        "depth": st.sampled_from(["full", "short"]),
        "services": st.sampled_from(["exchange,teams", "teams", "exchange"]),
        "launch": st.sampled_from(["2026-12-01", "2026-06-11"]),
        "pilot": st.just(""),
    }
)
OTHER_EVENTS: dict[str, st.SearchStrategy[Any]] = {
    "stop": st.builds(Stop, BY),
    "speak": st.builds(Speak, BY, st.sampled_from(["en", "de", "fr"])),
    "except": st.builds(Except, BY, QUESTIONS, st.sampled_from([{"services": "teams"}, {}])),
    "join": st.builds(
        TakePart,
        BY,
        st.sampled_from(["it", "sponsor", "it,listener", "listener", ""]).map(lambda one: {"roles": one}),
    ),
    "set up": st.builds(SetUp, LED, CHANGES.map(lambda changes: {**SETUP, **changes})),
    "settle": st.builds(Settle, LED, QUESTIONS, st.none(), KEYS.map(lambda key: {"voice": key})),
    "confirm": st.builds(Confirm, BY, QUESTIONS, st.none()),
    "live": st.builds(LiveStart, LED),
    "next": st.builds(LiveNext, LED),
    "end": st.builds(LiveStop, LED),
    "check in": st.builds(
        SetCheckIn,
        LED,
        st.fixed_dictionaries(
            {
                "rhythm": st.sampled_from(["weekly", "fortnightly", "monthly", ""]),
                "nth": st.sampled_from(["1", "5", ""]),
                "weekday": st.sampled_from(["monday", "saturday"]),
                "hour": st.sampled_from(["0", "10", "25"]),
                "time_zone": st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "Atlantis"]),
                "until": st.sampled_from(["2026-12-31", "2026-06-11", "2030-01-01"]),
            }
        ),
    ),
    "snooze": st.builds(SnoozeCheckIn, LED, NOISE.map(lambda day: {"day": day})),
    "pause": st.builds(PauseCheckIn, LED, st.sampled_from(["2026-07-01", ""]).map(_until)),
    "resume": st.builds(ResumeCheckIn, LED),
    "stop check-ins": st.builds(StopCheckIn, LED),
    "remind": st.builds(RemindAll, LED),
    "invite": st.builds(
        Invite,
        LED,
        st.fixed_dictionaries({"invited_project_lead": KEYS, "invited_it": KEYS, "invited_listener": KEYS}),
    ),
    "mute": st.builds(Mute, BY, st.booleans()),
    "add": st.builds(
        AddItem,
        BY,
        st.fixed_dictionaries({"title": NOISE, "owner": KEYS, "due": st.sampled_from(["2026-07-01", ""])}),
    ),
    "act": st.builds(
        ActOnItem,
        LED,
        st.sampled_from([*GOOD, "own-1", "own-2"]),
        st.sampled_from(["done", "dropped", "stuck", "reopen", "date", "owner"]),
        st.fixed_dictionaries(
            {"because": NOISE, "due": st.sampled_from(["2026-07-01", "2026-01-01"]), "owner": KEYS}
        ),
    ),
}
RECORD_EVENTS: dict[str, st.SearchStrategy[Any]] = {
    "add task": st.builds(
        AddTask,
        LED,
        st.fixed_dictionaries({"task_id": st.sampled_from(["1", "2536", "x"]), "task_name": NOISE}),
    ),
    "task": st.builds(
        ActOnTask,
        LED,
        st.sampled_from(["1", "2536", "7"]),
        st.sampled_from(["done", "reopen", "note", "drop"]),
        st.fixed_dictionaries({"task_note": NOISE}),
    ),
    "outcome": st.builds(TickOutcome, LED, st.sampled_from(["o1", "o2", "o3"]), st.booleans()),
    "note": st.builds(
        WriteNote,
        LED,
        st.sampled_from(["teams", "exchange", "x"]),
        st.fixed_dictionaries({"note_text": NOISE, "note_status": st.sampled_from(["", "blocked", "x"])}),
    ),
    "overall": st.builds(
        WriteOverall,
        LED,
        st.fixed_dictionaries(
            {
                "next_action": NOISE,
                "next_owner": KEYS,
                "next_due": st.sampled_from(["2026-07-01", ""]),
                "forecast_15": st.sampled_from(["2026-12-01", "2027-12-01", ""]),
                "forecast_40": st.sampled_from(["2027-06-01", ""]),
            }
        ),
    ),
}
WHAT = st.sampled_from(["say"] * 30 + ["act"] * 4 + [*OTHER_EVENTS] + ["record"] * 4)


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    """Most often somebody says something."""
    what = draw(WHAT)
    if what == "record":
        what = draw(st.sampled_from([*RECORD_EVENTS]))
    event: Event = draw(sayings() if what == "say" else {**OTHER_EVENTS, **RECORD_EVENTS}[what])
    return event


EVENTS = st.lists(happenings(), min_size=20, max_size=45)
