"""The steps of the workshop as a whole: the setup, the decision that it may need, its end, another FM."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable

from msgspec.structs import replace

from bot.core.checkins.moved import moved_series
from bot.core.checkins.rows import RecordCheckIn
from bot.core.clock import utc
from bot.core.engagement import Participant, Person, Status
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, changed, with_person
from bot.core.questions.news import OF_NO_QUESTION, with_news
from bot.core.questions.parse import Entry, clean, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster, people_options
from bot.core.setup.events import (
    ChoosePlaybook,
    Discard,
    GoOn,
    HandOver,
    Redirect,
    SetUp,
    TakeOver,
    needs_decision,
)
from bot.core.setup.reading import CARD, read_setup, setup_entry, setup_in
from bot.core.setup_fields import field_of
from bot.core.step import Record, RecordLog, Step


def _set_up(picture: Picture, event: SetUp, roster: Roster) -> Step:
    """The setup is saved; once it is whole, right and decided, the workshop is open to all. After the first
    of two steps the shared card waits: drawn anew, it would take the second away from the FM."""
    engagement = picture.engagement
    setup, faults = read_setup(picture.book, engagement, event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    after = replace(engagement, setup=setup)
    if after.status == "redirected":
        after = replace(after, status="setup")
    first = clean(event.raw.get(CARD)) == "first"
    if after.status == "setup" and not first and not needs_decision(after):
        after = replace(after, status="running")
    series = moved_series(picture, setup)
    if series is not None:
        after = replace(after, check_in=series)
    waits = first and after.status == "setup"
    step = changed(picture, with_person(after, event.by, picture.now), "setup", event.by, staying=waits)
    moved = () if series is None else (RecordCheckIn(series),)
    return Step(step.engagement, step.effects, (*step.records, *moved))


def _choose_playbook(picture: Picture, event: ChoosePlaybook, roster: Roster) -> Step:
    """The workshop is about this playbook. What was set up and what roles people took stay as far as the
    playbook knows them. Chosen already, nothing changes."""
    engagement = picture.engagement
    wanted = next((one for one in picture.book.siblings if one.id == event.playbook), None)
    if wanted is None:
        return Step(engagement, faults=(Fault(Problem.OLD_CARD),))
    if engagement.playbook == event.playbook:
        return Step(engagement)
    roles = {role.id for role in wanted.roles}
    people = {
        key: replace(one, roles=_among(one.roles, roles), invited=_among(one.invited, roles))
        for key, one in engagement.people.items()
    }
    after = replace(
        engagement, playbook=event.playbook, setup=setup_in(wanted, engagement.setup), people=people
    )
    return changed(picture, after, "playbook", event.by, staying=True)


def _among(keys: Iterable[str], known: Container[str]) -> list[str]:
    return [key for key in keys if key in known]


def _redirect(picture: Picture, event: Redirect, roster: Roster) -> Step:
    return _end(picture, "redirected", "redirect", event.by)


def _discard(picture: Picture, event: Discard, roster: Roster) -> Step:
    return _end(picture, "gone", "discard", event.by)


def _end(picture: Picture, status: Status, what: str, by: Person) -> Step:
    """The workshop is over: left to somebody else, or discarded."""
    engagement = picture.engagement
    if engagement.status == status:
        return Step(engagement)
    return changed(picture, replace(engagement, status=status), what, by)


def _go_on(picture: Picture, event: GoOn, roster: Roster) -> Step:
    """The workshop is held although the customer belongs to the enterprise offering."""
    engagement = picture.engagement
    if not needs_decision(engagement):
        return Step(engagement)
    entry = setup_entry(picture.book.playbook, field_of("enterprise_reason"))
    values, faults = parse_all([entry], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    setup = replace(engagement.setup, enterprise_reason=str(values[entry.id]))
    return changed(picture, replace(engagement, setup=setup, status="running"), "go_on", event.by)


NEW_FM = "fm"
"""The field of the hand-over form."""


def _hand_over(picture: Picture, event: HandOver, roster: Roster) -> Step:
    """Another FM leads from now on."""
    engagement = picture.engagement
    others = {key: name for key, name in roster.items() if key != engagement.fm}
    entry = Entry(NEW_FM, "choice", people_options(others))
    values, faults = parse_all([entry], event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    key = str(values[NEW_FM])
    known = engagement.people.get(key) or Participant(others[key], joined=utc(picture.now))
    after = replace(engagement, fm=key, people={**engagement.people, key: known})
    after = with_news(after, key, OF_NO_QUESTION, "leads", event.by.key)
    step = changed(picture, after, "hand_over", event.by)
    return dataclasses.replace(step, records=tuple(_to(key, one) for one in step.records))


def _take_over(picture: Picture, event: TakeOver, roster: Roster) -> Step:
    """Whoever asks leads from now on."""
    after = with_person(replace(picture.engagement, fm=event.by.key), event.by, picture.now)
    return changed(picture, after, "take_over", event.by)


def _to(key: str, record: Record) -> Record:
    """The line of the log, which also says who leads now."""
    return dataclasses.replace(record, key=key) if isinstance(record, RecordLog) else record


HANDLERS: Handlers = {
    SetUp: _set_up,
    ChoosePlaybook: _choose_playbook,
    GoOn: _go_on,
    Redirect: _redirect,
    Discard: _discard,
    HandOver: _hand_over,
    TakeOver: _take_over,
}
