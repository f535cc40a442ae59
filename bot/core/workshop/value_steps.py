"""What comes of an event about talks and metrics."""

from __future__ import annotations

from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.metrics.steps import drop_metric, enter_values, review_held, set_target
from bot.core.questions.picture import Picture
from bot.core.step import Step
from bot.core.talks.events import DecideTalk, ValueEvent
from bot.core.talks.steps import decide_talk


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
