"""What people want to tell the FM, as the FM reads it."""

from __future__ import annotations

from bot.core.parts import Button, Said
from bot.core.questions.heard import HEARD_DUE, Heard, heard, told_choices
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, say
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.settle import settle_button


def heard_lines(viewer: Viewer) -> tuple[tuple[str, Said], ...]:
    """A line for each: who wants what to be changed where, in their words."""
    return tuple((_who(viewer, one), _their_words(viewer, one)) for one in heard(viewer.picture))


def heard_notice(viewer: Viewer, at: str) -> NoticeScreen:
    """The message to the FM in person about what was said since a moment."""
    new = [one for one in heard(viewer.picture) if one.voice.at >= at]
    said = " · ".join(
        f"{name_of(viewer.engagement, one.voice.by)}, {_title(viewer, one)}: {_their_words(viewer, one)}"
        for one in new
    )
    values = (("customer", Said(viewer.engagement.setup.customer)), ("said", Said(said)))
    settling = settle_button(viewer, primary=True)
    buttons = (*settling, Button("my_questions", primary=not settling), Button("lead"))
    return NoticeScreen(HEARD_DUE, viewer.stamp(), values=values, buttons=buttons)


def _who(viewer: Viewer, one: Heard) -> str:
    name = name_of(viewer.engagement, one.voice.by)
    return viewer.words("lead.heard", name=name, title=_title(viewer, one))


def _title(viewer: Viewer, one: Heard) -> str:
    return say(one.ask.question.title, viewer.language)


def _their_words(viewer: Viewer, one: Heard) -> Said:
    """What they wrote beside the choice; the choice itself where they wrote nothing."""
    texts = [field.id for field in one.ask.question.fields if field.kind == "text"]
    given, cut = one.voice.fields, one.voice.cut
    written = [f"{given[name]}{'…' * (name in cut)}" for name in texts if name in given]
    chosen = [say(choice.label, viewer.language) for choice in told_choices(one.ask.question, one.voice)]
    return Said(" ".join(written) or ", ".join(chosen))
