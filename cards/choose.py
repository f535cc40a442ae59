"""Choose: a short question of the bot itself, answered by one button."""

from __future__ import annotations

from bot.core.screens.choose import ChooseScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._text import box, cut, heading, line, para, run

_LONGEST_SAID = 400


def render(screen: ChooseScreen, words: Words) -> dict[str, object]:
    """The question `screen.choose`, what it is about, and its answers as buttons."""
    key = f"choose.{screen.choose}"
    body: list[Element] = [heading(words(f"{key}.title"), size="Medium")]
    if screen.about:
        body.append(para(screen.about))
    body.append(para(words(f"{key}.intro")))
    if screen.said:
        body.append(box(line(run(cut(screen.said, _LONGEST_SAID)))))
    titles = [title for title, _ in screen.options]
    buttons = [button for _, button in screen.options]
    return card(words, body, [*buttons, *screen.buttons], screen.stamp, titles=titles)
