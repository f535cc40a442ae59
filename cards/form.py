"""The card of a private form: setup, take part, and the answers that are no answers."""

from __future__ import annotations

from collections.abc import Sequence

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
    """The form `screen.form`. A group of folded ones begins where texts hold form.<form>.before.<input id>.
    The folded inputs come last; what was refused is not folded."""
    key = f"form.{screen.form}"
    body: list[Element] = [heading(words(f"{key}.title"))]
    if screen.subject:
        body.append(line(strong(screen.subject)))
    body.append(subtle(words(f"{key}.intro")))
    body += [line(run(sentence)) for sentence in screen.lines]
    body += [line(label(name), run(cut(said, _LONGEST_KNOWN))) for name, said in screen.known]
    if screen.problem:
        body.append(alarm(screen.problem))
    folded = tuple(one for one in screen.inputs if one.id in screen.folded and not one.problem)
    seen = tuple(one for one in screen.inputs if one not in folded)
    body += _parts(screen, seen, words)
    if folded:
        more = ToggleVisibility(title=words("button.unfold"), target_elements=[_MORE])
        body.append(ActionSet(actions=[more], spacing="Medium"))
        body.append(Container(id=_MORE, visible=False, items=_parts(screen, folded, words)))
    body += refused(screen.inputs, words)
    return card(words, body, screen.buttons, screen.stamp)


def _parts(screen: FormScreen, shown: Sequence[Input], words: Words) -> list[Element]:
    """The inputs that are `shown` here. Those that are folded otherwise stand in groups, each below its name,
    whichever of it is shown."""
    found: list[Element] = []
    above = ""
    for one in screen.inputs:
        name = f"form.{screen.form}.before.{one.id}"
        above = words(name) if words.has(name) else above
        if one in shown:
            if above and one.id in screen.folded:
                found.append(subheading(above))
                above = ""
            found += placed((one,), words, screen.apart)
    return found
