"""The parts of all sections of playbook.yaml: texts, keys, conditions, and models of exact shape."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = dict[str, str]
Key = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=40)]
Scalar = str | int | bool
Test = Scalar | list[str] | dict[str, Scalar | list[str]]
Tests = dict[str, Test]
Condition = Tests | list[Tests]
"""All tests of a mapping must hold; of a list of mappings one is enough. Read by `conditions`."""


YES_PARTLY_NO: Final = ("yes", "partly", "no")
"""The choices of a field of that kind, as they are stored."""
OTHER_PERSON: Final = "_name"
"""A person field brings a second input of this ending, for somebody who is not in the channel."""


class Model(BaseModel):
    """A section of the playbook: no unknown field, no silent conversion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Choice(Model):
    """One choice of a field or one reason of the list of reasons."""

    id: Key
    label: Text


class FieldChoice(Choice):
    """One choice of a field of a question. `confirms`: whoever makes it says that the result of the workshop
    is right. `tell`: whoever makes it has something to say to the FM, who is told with their words.
    `alone`: of several choices it can only be made by itself ("none of these")."""

    confirms: bool = False
    alone: bool = False
    tell: Literal["fm"] | None = None


class Named(Model):
    """Something that has a key and a name: a role, a factor, a room."""

    id: Key
    name: Text
    about: Text | None = None
