"""A state in which one person stands in every place that can hold somebody, made from the types of the state.

So a new field is in it by itself, and the test of forgetting is about that, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec import inspect

from bot.core.engagement import Engagement

NOBODY = {
    "Engagement.id", "Engagement.tenant", "Engagement.channel", "Engagement.number", "Engagement.version",
    "Engagement.started", "Engagement.updated", "Engagement.status", "Engagement.revision",
    "Engagement.reviewed", "Engagement.lost", "Engagement.launch_moved", "Engagement.urgent",
    "Engagement.plan_behind", "Engagement.merged", "Engagement.playbook",
    "Setup.pilot", "Setup.launch", "Setup.answer_by", "Setup.services", "Setup.licensed", "Setup.language",
    "Setup.country", "Setup.state", "Setup.time_zone",
    "Engagement.invitations", "Engagement.summary_posted", "Engagement.shared_stale",
    "Engagement.voices", "Engagement.settled", "Engagement.metrics", "Engagement.due", "Engagement.sending",
    "Engagement.outdated", "Engagement.posted", "Engagement.moves",
    "Participant.joined", "Voice.at", "Settled.at", "Live.opened",
    "ItemState.at", "ItemState.due", "CheckIn.cadence", "CheckIn.first", "CheckIn.next_due",
    "CheckIn.paused_until", "CheckIn.sending", "CheckIn.last_sent", "Recall.day", "Recall.at", "Unreached.at",
    "Minutes.at", "Mark.at", "Mark.on", "Closing.at", "TalkState.at", "TalkState.day", "TalkState.requested",
    "Reading.day", "Reading.at", "MetricState.date", "MetricState.at", "ServiceNote.at", "OverallNote.at",
    "OverallNote.due", "OverallNote.forecast_15", "OverallNote.forecast_40", "OverallNote.forecast_max",
    "OverallNote.effort", "Voice.revision", "Voice.confirmed", "Before.launch_moved",
}  # fmt: skip
"""Fields that say when, where and how, and nothing of anybody; a new field of people is not among them."""


@dataclass(frozen=True)
class Filled:
    """What every text becomes: a key, a name, an object id."""

    key: str
    name: str

    def state(self, like: dict[str, Any]) -> dict[str, Any]:
        """The document of a state with the person everywhere, and the rest from one that works."""
        made: dict[str, Any] = self._of(inspect.type_info(Engagement), "Engagement")
        return made | {
            name: like[name]
            for name in (
                "id",
                "tenant",
                "channel",
                "number",
                "reference",
                "started",
                "updated",
                "version",
                "status",
            )
        }

    def _of(self, kind: inspect.Type, name: str) -> Any:
        match kind:
            case inspect.StructType(cls=cls, fields=fields):
                found = {}
                for one in fields:
                    place = f"{cls.__name__}.{one.encode_name}"
                    if place not in NOBODY and cls.__name__ not in ("Reference", "Cadence"):
                        found[one.encode_name] = self._of(one.type, place)
                    elif one.required and one.encode_name not in ("id", "reference"):
                        found[one.encode_name] = _plain(one.type)
                return found
            case inspect.UnionType(types=types):
                wanted = (inspect.DictType, inspect.StructType, inspect.StrType)
                best = next((one for w in wanted for one in types if isinstance(one, w)), types[0])
                return self._of(best, name)
            case inspect.ListType(item_type=inner):
                return [self._of(inner, name)]
            case inspect.DictType(value_type=inspect.UnionType(types=types)) if _holds_people(types):
                return {self.key: self._person()}
            case inspect.DictType(value_type=inspect.StrType()) if name.endswith(".owner"):
                return self._person()
            case inspect.DictType(value_type=inner):
                return {self.key: self._of(inner, name)}
            case inspect.StrType():
                return self.key if name.split(".")[1] in _KEYS else f"{self.name}, {self.name} <{self.key}>"
        return _plain(kind)

    def _person(self) -> dict[str, str]:
        tenant, _, object_id = self.key.partition("/")
        return {"tenant": tenant, "id": object_id, "name": self.name}


def _holds_people(types: tuple[inspect.Type, ...]) -> bool:
    return any(isinstance(one, inspect.DictType) for one in types)


_KEYS = ("by", "fm", "muted", "listed", "waiting", "unreached", "asked", "handed_to")


def _plain(kind: inspect.Type) -> Any:
    match kind:
        case inspect.IntType():
            return 1
        case inspect.FloatType():
            return 1.0
        case inspect.BoolType():
            return True
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.UnionType(types=types):
            return _plain(types[0])
        case inspect.StrType():
            return "2026-11-30T09:00:00Z"
        case inspect.DictType():
            return {}
        case inspect.ListType():
            return []
    return None
