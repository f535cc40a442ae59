"""The card itself, and what Teams reads of it."""

from __future__ import annotations

from adaptivecards.adaptivecard import AdaptiveCard
from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Part, Parts, Strict

VERSION = "1.5"
"""The newest schema that Teams takes from bots."""


class Mention(Strict):
    """Somebody named as <at>...</at> in a text of the card; `text` is that very piece."""

    type = PropertyType(type=str)
    text = PropertyType(type=str)
    mentioned = PropertyType(type=dict)


class Teams(Strict):
    """The part of a card that Teams alone reads: `width="Full"`, and the people that it mentions."""

    width = PropertyType(type=str)
    entities = Parts()


class Refresh(Strict):
    """The action by which the clients of some people ask by themselves for what stands on a card."""

    action = Part()
    user_ids = PropertyType(type=list, key_name="userIds")


class InnerCard(Strict):
    """The card inside a ShowCard: a body without a version of its own."""

    type = PropertyType(type=str)
    body = Parts()

    def __init__(self, **properties: object) -> None:
        super().__init__(type="AdaptiveCard", **properties)


class Card(Strict, AdaptiveCard):
    """A whole card of the version that Teams takes."""

    body = Parts()
    actions = Parts()
    msteams = Part()
    refresh = Part()

    def __init__(self, **properties: object) -> None:
        super().__init__(**properties)
        self._data["version"] = VERSION
