"""The welcome: what the bot is for, what is stored, how to begin, in every language of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.screens.welcome import WelcomeScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Container, Element
from cards._text import faint, heading, line, para, run, strong

_PARTS = ("time", "seen", "stored")


def render(screen: WelcomeScreen, words: Words) -> dict[str, object]:
    """The welcome in each language; the buttons in that of `words`."""
    begin = "welcome.begin_personal" if screen.personal else "welcome.begin"
    body = [_in_language(one, begin, screen.days, first=not place) for place, one in enumerate(screen.spoken)]
    return card(words, body, screen.buttons, screen.stamp)


def _in_language(words: Words, begin: str, days: Sequence[tuple[str, int]], *, first: bool) -> Container:
    items: list[Element] = [
        heading(words("welcome.title"), size="Large" if first else "Medium"),
        para(words("welcome.purpose")),
    ]
    for key in _PARTS:
        items.append(
            line(strong(f"{words(f'welcome.{key}')}: "), run(words(f"welcome.{key}_about")), spacing="Small")
        )
    if days:
        parts = ", ".join(words(f"welcome.kept.{state}", days=_days(words, count)) for state, count in days)
        about = words("welcome.deleted_about", parts=parts)
        items.append(line(strong(f"{words('welcome.deleted')}: "), run(about), spacing="Small"))
    items.append(line(faint(words(begin)), spacing="Medium"))
    return Container(items=items, separator=not first or None, spacing="Large")


def _days(words: Words, count: int) -> str:
    return words("welcome.day") if count == 1 else words("welcome.days", count=str(count))
