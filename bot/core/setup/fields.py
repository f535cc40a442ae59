"""The setup: what the FM settles before the first question."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from bot.core.engagement import Engagement, Setup
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.questions.entries import service_options
from bot.core.questions.parse import Entry, clean, parse_all, read_day
from bot.core.workdays import countries, is_time_zone, state_code

YES_NO = (("yes", ()), ("no", ()))
DEPTHS = ("short", "full")
PACES = ("week", "live")


def setup_entries(book: Book) -> list[Entry]:
    """The fields of the setup, in the order of the form."""
    playbook = book.playbook
    services = service_options(book, [service.id for service in playbook.services])
    return [
        Entry("customer", "text", limit=120),
        Entry("services", "multi", services),
        Entry("licensed", "multi", services, required=False),
        Entry("in_use", "multi", services, required=False),
        Entry("pilot", "date", required=False, past="allowed"),
        Entry("launch", "date", required=False, past="refused"),
        Entry("language", "choice", tuple((code, ()) for code in playbook.languages)),
        Entry("country", "choice", tuple((code, ()) for code in countries())),
        Entry("state", "text", required=False, limit=60),
        Entry("time_zone", "text", limit=60),
        Entry("licences", "number", required=False, max=5_000_000),
        Entry("enterprise_offering", "choice", YES_NO, required=False),
        Entry("extended_service", "choice", YES_NO, required=False),
        Entry("extended_reason", "text", required=False, limit=500),
        Entry("depth", "choice", tuple((depth, ()) for depth in DEPTHS)),
        Entry("pace", "choice", tuple((pace, ()) for pace in PACES)),
        Entry("answer_by", "date", required=False, past="refused"),
        Entry("key_inputs", "multi", tuple((one.id, ()) for one in playbook.page.key_inputs), required=False),
    ]


def read_setup(
    book: Book, engagement: Engagement, raw: Mapping[str, Any], today: date
) -> tuple[Setup, tuple[Fault, ...]]:
    """The setup from the form's inputs, or everything that is wrong with them.

    An optional field that is missing is empty: clients leave out emptied inputs. A required one that is
    missing keeps what it was. A day that stands in the setup already may have passed since.
    """
    old = engagement.setup
    entries = [_may_have_passed(entry, old, raw) for entry in setup_entries(book)]
    required = {entry.id for entry in entries if entry.required}
    kept = {name: value for name, value in as_inputs(old).items() if name in required}
    values, faults = parse_all(entries, {**kept, **raw}, today)
    country, state = values.get("country"), values.get("state")
    code = state_code(str(country), str(state)) if country and state else ""
    found = list(faults)
    if code is None:
        found.append(Fault(Problem.UNKNOWN_STATE, "state"))
    zone = values.get("time_zone")
    if zone is not None and not is_time_zone(str(zone)):
        found.append(Fault(Problem.UNKNOWN_TIME_ZONE, "time_zone"))
    pilot, launch = values.get("pilot"), values.get("launch")
    if pilot and launch and str(pilot) > str(launch):
        found.append(Fault(Problem.LAUNCH_BEFORE_PILOT, "launch"))
    if found:
        return old, tuple(found)
    flat: dict[str, Any] = {
        entry.id: values.get(entry.id, [] if entry.kind == "multi" else None) for entry in entries
    }
    in_use = {*flat["licensed"], *flat["services"], *flat["in_use"]}
    flat["licensed"] = [service.id for service in book.playbook.services if service.id in in_use]
    flat["state"] = code or ""
    flat["enterprise_offering"] = flat["enterprise_offering"] == "yes"
    flat["extended_service"] = {"yes": True, "no": False, None: None}[flat["extended_service"]]
    reason = old.enterprise_reason if flat["enterprise_offering"] else None
    return replace(old, **flat, enterprise_reason=reason), ()


def as_inputs(setup: Setup) -> dict[str, str]:
    """A setup as the values of the form's inputs, as a client would send them."""
    values: dict[str, str] = {}
    for name in Setup.__struct_fields__:
        value = getattr(setup, name)
        if isinstance(value, bool):
            value = "yes" if value else "no"
        values[name] = ",".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return values


def _may_have_passed(entry: Entry, old: Setup, raw: Mapping[str, Any]) -> Entry:
    day = read_day(clean(raw.get(entry.id))) if entry.past == "refused" else None
    unchanged = day is not None and day.isoformat() == getattr(old, entry.id)
    return dataclasses.replace(entry, past="allowed") if unchanged else entry
