"""Inputs: each with a label, and a sentence for what the client itself refuses."""

from __future__ import annotations

from adaptivecards.baseobject import PropertyType

from cards._kit.strict import Element, Parts, Strict


class Input(Element):
    """The properties of all inputs."""

    label = PropertyType(type=str)
    is_required = PropertyType(type=bool, key_name="isRequired")
    error_message = PropertyType(type=str, key_name="errorMessage")


class TextInput(Input):
    """A line or a field of text; `style` is "text" or "url"."""

    element_type = "Input.Text"
    value = PropertyType(type=str)
    placeholder = PropertyType(type=str)
    is_multiline = PropertyType(type=bool, key_name="isMultiline")
    max_length = PropertyType(type=int, key_name="maxLength")
    style = PropertyType(type=str)


class NumberInput(Input):
    """A number."""

    element_type = "Input.Number"
    value = PropertyType(type=(int, float))
    placeholder = PropertyType(type=str)
    min = PropertyType(type=(int, float))
    max = PropertyType(type=(int, float))


class DateInput(Input):
    """A day, as YYYY-MM-DD."""

    element_type = "Input.Date"
    value = PropertyType(type=str)
    placeholder = PropertyType(type=str)
    min = PropertyType(type=str)
    max = PropertyType(type=str)


class Choice(Strict):
    """One choice of a ChoiceSet."""

    title = PropertyType(type=str)
    value = PropertyType(type=str)


class ChoiceSet(Input):
    """Choices; `style` is "compact" or "expanded"; several values are joined by commas."""

    element_type = "Input.ChoiceSet"
    choices = Parts()
    value = PropertyType(type=str)
    placeholder = PropertyType(type=str)
    style = PropertyType(type=str)
    is_multi_select = PropertyType(type=bool, key_name="isMultiSelect")
    wrap = PropertyType(type=bool)
