"""The FM's question before the last question is asked early, and the lines about it in the FM's view."""

from __future__ import annotations

from bot.core.answers.closing import may_be_asked
from bot.core.parts import Button
from bot.core.questions.closing import ResultStands
from bot.core.reading.result import result_news
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen


def ask_last_form(viewer: Viewer) -> FormScreen:
    """The number of questions that are still open, asked once, with the way back."""
    buttons = (Button("ask_last", primary=True), Button("lead", label="back_to_lead"))
    return FormScreen("ask_last", viewer.stamp(), (), buttons, lines=(_still_open(viewer),))


def last_lines(viewer: Viewer) -> list[str]:
    """What the FM reads about it: that the question is asked now, and how the result stands."""
    asks, news = viewer.picture.asks, result_news(viewer.picture, viewer.words)
    asked = [viewer.words("lead.last_asked")] if asks.early else []
    return [*asked, *([news] if news else [])]


def last_buttons(viewer: Viewer) -> list[Button]:
    """The button to ask it early, or once more, while the workshop runs."""
    if viewer.engagement.status != "running" or not may_be_asked(viewer.picture):
        return []
    again = viewer.picture.result.stands is not ResultStands.NOT_ASKED
    return [Button("before_last", label="ask_again" if again else "ask_last")]


def _still_open(viewer: Viewer) -> str:
    left = viewer.picture.open_beside_the_last
    if not left:
        return viewer.words("lead.still_open.none")
    return (
        viewer.words("lead.still_open.one") if left == 1 else viewer.words("lead.still_open.many", count=left)
    )
