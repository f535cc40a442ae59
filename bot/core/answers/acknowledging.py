"""The acknowledgement of an answer: to whoever gave it, and to whom it differs from."""

from __future__ import annotations

from bot.core.answers.events import Say
from bot.core.answers.voices import NewVoice
from bot.core.engagement import Engagement
from bot.core.playbook.ask import Ask
from bot.core.questions.asks import is_put_off
from bot.core.questions.facts import SAYING, is_live, the_answer
from bot.core.questions.heard import concerns_fm
from bot.core.questions.news import with_news
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import differing

OF_ANSWERS = ("saved", "corrected", "handed", "put_off")
"""The news that only say what somebody did themselves."""


def acknowledged(then: Picture, ask: Ask, event: Say, heard: NewVoice) -> Picture:
    """The picture after an answer, with its news. In a meeting answers may differ: it settles them."""
    engagement, by = then.engagement, event.by.key
    voices = engagement.voices[ask.key]
    other = differing(voices, by)
    if other is None or is_live(engagement, ask) or not then.standing(ask).disputed:
        wanted = concerns_fm(engagement, ask, heard.voice)
        what, named = ("heard", engagement.fm) if wanted else _of_its_own(heard)
        return then.after(with_news(engagement, by, ask.key, what, named))
    after = with_news(engagement, by, ask.key, "differs", other.by)
    return then.after(_contested(after, ask, by, other.by))


def _contested(engagement: Engagement, ask: Ask, by: str, other: str) -> Engagement:
    """The one whose answer counted alone until now hears of another one in their own view, the FM in other
    ways."""
    first = the_answer(engagement.voices[ask.key])
    concerned = first is not None and first.by in (by, other) and other != engagement.fm
    return with_news(engagement, other, ask.key, "contested", by) if concerned else engagement


def _of_its_own(heard: NewVoice) -> tuple[str, str]:
    voice, before = heard.voice, heard.before
    if voice.kind == "handed" and not is_put_off(voice):
        return "handed", voice.handed_to or ""
    if is_put_off(voice):
        return "put_off", ""
    return ("corrected" if before is not None and before.kind in SAYING else "saved"), ""
