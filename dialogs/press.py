"""A press of a card's button, as a typed value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

_WORD = Annotated[str, Field(max_length=80)]


def _number(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 10 else value


_COUNT = Annotated[int, Field(ge=0, lt=2**31), BeforeValidator(_number)]


class PressData(BaseModel):
    """The data that every button sends beside the inputs."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    action: _WORD
    revision: _COUNT = 0
    workshop: _COUNT | None = None
    question: _WORD | None = None
    service: _WORD | None = None
    form: _WORD | None = None
    item: _WORD | None = None
    command: _WORD | None = None
    engagement: _WORD | None = None
    resources: _WORD | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """The button's own data, and the inputs of the card by their ids."""

    data: PressData
    inputs: Mapping[str, Any]

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> Self | None:
        """The press that a card sent, None where it is none of ours."""
        try:
            data = PressData.model_validate(dict(value))
        except ValidationError:
            return None
        own = PressData.model_fields
        return cls(data, {name: one for name, one in value.items() if name not in own})

    def entered_as(self, inputs: Mapping[str, Any]) -> Self:
        """The same press with what was entered said otherwise."""
        return type(self)(self.data, inputs)

    @property
    def service(self) -> str | None:
        """The service it is asked for; an empty one is none."""
        return self.data.service or None
