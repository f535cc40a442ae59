"""The card of a private form: setup, take part, and the answers that are no answers."""

from __future__ import annotations

from bot.core.screens.form import FormScreen
from bot.core.texts import Words
from cards._card import card
from cards._fields import fields
from cards._kit import Element
from cards._text import alarm, cut, heading, label, line, run, strong, subheading, subtle

_LONGEST_KNOWN = 300


def render(screen: FormScreen, words: Words) -> dict[str, object]:
    """The form `screen.form`. A part of a form begins where texts hold form.<form>.before.<input id>."""
    key = f"form.{screen.form}"
    body: list[Element] = [heading(words(f"{key}.title"))]
    if screen.subject:
        body.append(line(strong(screen.subject)))
    body.append(subtle(words(f"{key}.intro")))
    body += [line(run(sentence)) for sentence in screen.lines]
    body += [line(label(name), run(cut(said, _LONGEST_KNOWN))) for name, said in screen.known]
    if screen.problem:
        body.append(alarm(screen.problem))
    for one in screen.inputs:
        if words.has(f"{key}.before.{one.id}"):
            body.append(subheading(words(f"{key}.before.{one.id}")))
        body += fields((one,), words)
    return card(words, body, screen.buttons, screen.stamp)
