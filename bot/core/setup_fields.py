"""The fields of the setup, each in one place: form, reading, conditions, export and table follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from bot.core.engagement import Setup, Value
from bot.core.places.regions import region_code
from bot.core.places.zones import zone_name
from bot.core.playbook.model.playbook import PastDate, Playbook, Section
from bot.core.problems import Problem
from bot.core.workdays import countries

SetupKind = Literal["text", "choice", "multi", "number", "date", "flag"]
"""`flag` is yes or no, `multi` several choices."""
AskedBy = Literal["conditions", "cards", "nowhere"]
"""The places that ask for a field as `setup.<id>`: conditions and cards, cards alone (`shows`, `prefill`),
or none."""
SetupStep = Literal["first", "more", "second", "later"]
"""The time at which a field is asked: in the first step of the setup, folded in it, in the second, or once
the workshop runs."""
Values = Mapping[str, Value]
"""The values that were entered, by field, without those left empty."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a field. `keys` are their values, `typed` the titles by which they may be typed."""

    keys: Callable[[Playbook], Sequence[str]]
    typed: Callable[[Playbook], Mapping[str, tuple[str, ...]]] = lambda _: {}


def words(*keys: str) -> Choices:
    """Choices that are the same in every playbook; their titles are `option.<key>`."""
    return Choices(lambda _: keys)


DEPTHS: Final = ("short", "full")
PACES: Final = ("week", "live")
YES_NO: Final = words("yes", "no")
SERVICE_CHOICES: Final = Choices(
    lambda playbook: [service.id for service in playbook.services],
    lambda playbook: {service.id: (service.today, service.name) for service in playbook.services},
)
WHOLE_COUNTRY: Final = "-"
"""The choice of no state: the holidays of the whole country."""
LANGUAGES: Final = Choices(lambda playbook: playbook.languages)
COUNTRIES: Final = Choices(lambda _: countries())
KEY_INPUTS: Final = Choices(lambda playbook: [one.id for one in playbook.page.key_inputs])


@dataclass(frozen=True, slots=True)
class SetupField:
    """One field. `id` is its name as an attribute of `Setup`, an input, a subject of conditions and a column,
    and its key in the export, where `export` names no other; its label is `field.<id>`.

    `becomes` makes the value that is kept from all values entered, `refuses` returns the problem with them.
    """

    id: str
    kind: SetupKind
    choices: Choices | None = None
    required: bool = False
    limit: int | None = None  # characters of a text
    min: int = 0
    max: int | None = None
    past: PastDate | None = None
    becomes: Callable[[Playbook, Values], Any] | None = None
    refuses: Callable[[Values], Problem | None] | None = None
    step: SetupStep = "more"
    expanded: bool = False  # all choices are in sight, however many there are
    apart: bool = False  # asked in a form of its own
    only_with: str = ""  # the flag without which it is dropped
    afresh: bool = False  # empty again in the next workshop of the channel
    carried: bool = False  # follows the answer to the question that it is prefilled in
    asked: AskedBy = "conditions"
    open_list: bool = False  # its words cannot be listed: conditions may name any
    requested: bool = False  # a request for an expert can be filled in with it
    section: Section | None = None  # the section of the playbook without which nobody is asked for it
    export: tuple[str, ...] = ()

    @property
    def default(self) -> Any:
        """The value before anybody entered one, and where it was left empty."""
        return getattr(Setup(), self.id)

    @property
    def place(self) -> tuple[str, ...]:
        """The keys that lead to it in the export."""
        return self.export or (self.id,)

    def keys(self, playbook: Playbook) -> tuple[str, ...]:
        """The values of its choices, none where it has no choices."""
        return tuple(self.choices.keys(playbook)) if self.choices else ()

    def kept(self, playbook: Playbook, values: Values) -> Any:
        """The value that the setup keeps of the values entered."""
        if self.becomes is not None:
            return self.becomes(playbook, values)
        if self.id not in values:
            return self.default
        return values[self.id] == "yes" if self.kind == "flag" else values[self.id]


def _all_licensed(playbook: Playbook, values: Values) -> list[str]:
    """The licensed services, which include all in scope or in use."""
    found = [values.get(name) for name in ("licensed", "services", "in_use")]
    listed = {one for some in found if isinstance(some, list) for one in some}
    return [key for key in SERVICE_CHOICES.keys(playbook) if key in listed]


def _code_of_state(_: Playbook, values: Values) -> str:
    return _state(values) or ""


def _state(values: Values) -> str | None:
    country, state = values.get("country"), values.get("state")
    if not country or state in (None, "", WHOLE_COUNTRY):
        return ""
    return region_code(str(country), str(state))


def _unknown_state(values: Values) -> Problem | None:
    return Problem.UNKNOWN_STATE if _state(values) is None else None


def _zone(values: Values) -> str | None:
    return zone_name(str(values.get("time_zone", "")), str(values.get("country", "")))


def _known_zone(_: Playbook, values: Values) -> str:
    return _zone(values) or ""


def _unknown_zone(values: Values) -> Problem | None:
    typed = values.get("time_zone")
    return None if typed is None or _zone(values) else Problem.UNKNOWN_TIME_ZONE


def _after_launch(values: Values) -> Problem | None:
    pilot, launch = values.get("pilot"), values.get("launch")
    return Problem.LAUNCH_BEFORE_PILOT if pilot and launch and str(pilot) > str(launch) else None


def _enterprise(key: str) -> tuple[str, str]:
    return ("enterprise", key)


FIELDS: Final[tuple[SetupField, ...]] = (
    SetupField("customer", "text", required=True, limit=120, step="first", asked="cards", requested=True),
    SetupField(
        "services", "multi", SERVICE_CHOICES, required=True, step="first", expanded=True, carried=True,
        requested=True,
    ),
    SetupField("licensed", "multi", SERVICE_CHOICES, becomes=_all_licensed, requested=True),
    SetupField("in_use", "multi", SERVICE_CHOICES, step="first", requested=True),
    SetupField(
        "pilot", "date", past="allowed", refuses=_after_launch, afresh=True, carried=True, requested=True
    ),
    SetupField("launch", "date", past="refused", step="first", afresh=True, carried=True, requested=True),
    SetupField("language", "choice", LANGUAGES, required=True, asked="nowhere", requested=True),
    SetupField("country", "choice", COUNTRIES, required=True, open_list=True, requested=True),
    SetupField("state", "text", limit=60, becomes=_code_of_state, refuses=_unknown_state, open_list=True),
    SetupField(
        "time_zone", "text", required=True, limit=60, becomes=_known_zone, refuses=_unknown_zone,
        asked="cards",
    ),
    SetupField("licences", "number", min=1, max=5_000_000, requested=True),
    SetupField(
        "enterprise_offering", "flag", YES_NO, step="second", export=_enterprise("offering"),
        section="enterprise",
    ),
    SetupField(
        "extended_service", "flag", YES_NO, export=_enterprise("extended_service"), section="enterprise",
    ),
    SetupField(
        "enterprise_reason", "text", required=True, limit=500, apart=True, only_with="enterprise_offering",
        afresh=True, asked="nowhere", export=_enterprise("enterprise_reason"),
    ),
    SetupField(
        "extended_reason", "text", limit=500, asked="nowhere", export=_enterprise("extended_reason"),
        section="enterprise",
    ),
    SetupField("depth", "choice", words(*DEPTHS), required=True),
    SetupField("pace", "choice", words(*PACES), required=True),
    SetupField("answer_by", "date", past="refused", asked="cards"),
    SetupField("key_inputs", "multi", KEY_INPUTS, step="later", expanded=True, afresh=True, section="page"),
)  # fmt: skip
"""The fields in the order of the form."""

SETUP_DAYS: Final = tuple(field.id for field in FIELDS if field.kind == "date")
"""The fields that are days: conditions compare with them."""


_STEPS_OF: Mapping[str, frozenset[SetupStep]] = {
    "first": frozenset({"first", "more"}),
    "second": frozenset({"second"}),
    "change": frozenset({"first", "more", "second"}),
    "later": frozenset({"later"}),
}


def fields_on(card: str, fields: Sequence[SetupField] = FIELDS) -> tuple[SetupField, ...]:
    """The fields that a card of the setup asks for: its first or second step, the whole for a change, or what
    comes later. Cards of older bots name none of these: they ask for everything at once."""
    steps = _STEPS_OF.get(card)
    return tuple(one for one in fields if not one.apart and (steps is None or one.step in steps))


def asked_in(playbook: Playbook, fields: Sequence[SetupField]) -> tuple[SetupField, ...]:
    """The fields that make sense in this playbook."""
    return tuple(one for one in fields if one.section is None or playbook.has(one.section))


def field_of(name: str) -> SetupField:
    """The field of a name."""
    return next(field for field in FIELDS if field.id == name)
