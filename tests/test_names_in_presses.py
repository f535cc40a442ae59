"""A press carries the button's words and the inputs side by side: they must not have the same names."""

from bot.core.playbook.checks.inputs import RESERVED_IDS
from dialogs.press import PressData


def test_no_field_of_a_playbook_can_take_the_place_of_a_buttons_word() -> None:
    assert set(PressData.model_fields) <= set(RESERVED_IDS)
