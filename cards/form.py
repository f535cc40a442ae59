"""The card of a private form: setup, take part, and the answers that are no answers."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.parts import Input
from bot.core.screens.forms.form import FormScreen
from bot.core.texts import Words
from cards._card import card
from cards._fields import placed, refused
from cards._kit import ActionSet, Container, Element, ToggleVisibility
from cards._text import alarm, cut, heading, label, line, run, strong, subheading, subtle

_LONGEST_KNOWN = 300
_MORE = "more"
"""The id of the part that is folded."""


def render(screen: FormScreen, words: Words) -> dict[str, object]:
    """The form `screen.form`. A part of a form begins where texts hold form.<form>.before.<input id>.
    The folded inputs come last."""
    key = f"form.{screen.form}"
    body: list[Element] = [heading(words(f"{key}.title"))]
    if screen.subject:
        body.append(line(strong(screen.subject)))
    body.append(subtle(words(f"{key}.intro")))
    body += [line(run(sentence)) for sentence in screen.lines]
    body += [line(label(name), run(cut(said, _LONGEST_KNOWN))) for name, said in screen.known]
    if screen.problem:
        body.append(alarm(screen.problem))
    seen = tuple(one for one in screen.inputs if one.id not in screen.folded)
    folded = tuple(one for one in screen.inputs if one.id in screen.folded)
    body += _parts(seen, key, words)
    if folded:
        # What was refused is not hidden.
        hidden = None if any(one.problem for one in folded) else False
        more = ToggleVisibility(title=words("button.unfold"), target_elements=[_MORE])
        body.append(ActionSet(actions=[more], spacing="Medium"))
        body.append(Container(id=_MORE, visible=hidden, items=_parts(folded, key, words)))
    body += refused(screen.inputs, words)
    return card(words, body, screen.buttons, screen.stamp)


def _parts(inputs: Iterable[Input], key: str, words: Words) -> list[Element]:
    found: list[Element] = []
    for one in inputs:
        if words.has(f"{key}.before.{one.id}"):
            found.append(subheading(words(f"{key}.before.{one.id}")))
        found += placed((one,), words)
    return found
