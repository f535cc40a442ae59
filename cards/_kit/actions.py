"""Actions: buttons, and what a tap on a text does."""

from __future__ import annotations

from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Element, HttpsUrl, Part


class Action(Element):
    """The properties of all actions. `mode="secondary"` puts a button into the overflow menu."""

    title = PropertyType(type=str)
    tooltip = PropertyType(type=str)
    style = PropertyType(type=str)
    mode = PropertyType(type=str)
    fallback = Part()


class Submit(Action):
    """Sends `data` and the inputs as a message; for clients that do not know Execute."""

    element_type = "Action.Submit"
    data = PropertyType(type=dict)
    associated_inputs = PropertyType(type=str, key_name="associatedInputs")


class Execute(Submit):
    """Sends `data` and the inputs as an invoke, whose answer replaces the card for the presser."""

    element_type = "Action.Execute"
    verb = PropertyType(type=str)

    def sending(self, data: dict[str, object]) -> Execute:
        """The same button with other data, in its fallback as well; this one stays as it is."""
        changed = {**self._data, "data": data}
        if "fallback" in changed:
            changed["fallback"] = {**changed["fallback"], "data": data}
        other = object.__new__(Execute)
        object.__setattr__(other, "_data", changed)
        return other


class OpenUrl(Action):
    """Opens an https address."""

    element_type = "Action.OpenUrl"
    url = HttpsUrl()


class ToggleVisibility(Action):
    """Shows what is hidden, and hides it again: the elements of these ids."""

    element_type = "Action.ToggleVisibility"
    target_elements = PropertyType(type=list, key_name="targetElements")


class ShowCard(Action):
    """Unfolds a card inside the card."""

    element_type = "Action.ShowCard"
    card = Part()
