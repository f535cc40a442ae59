"""What comes of an event about talks and metrics."""

from __future__ import annotations

from bot.core.discussing import decide_talk
from bot.core.effects import Step
from bot.core.measuring import drop_metric, enter_values, review_held, set_target
from bot.core.picture import Picture
from bot.core.value_events import DecideTalk, DropMetric, EnterValues, ReviewHeld, SetTarget, ValueEvent


def add_value(picture: Picture, event: ValueEvent) -> Step:
    """The step that the event leads to."""
    match event:
        case DecideTalk():
            return decide_talk(picture, event)
        case SetTarget():
            return set_target(picture, event)
        case EnterValues():
            return enter_values(picture, event)
        case DropMetric():
            return drop_metric(picture, event)
        case ReviewHeld():
            return review_held(picture, event)
