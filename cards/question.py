"""The question card: where am I, the question, why, the inputs, matching material, the buttons."""

from __future__ import annotations

from bot.core.parts import Link
from bot.core.recent import Recent
from bot.core.screens.questions.question import QuestionScreen
from bot.core.texts import Words
from cards._card import card
from cards._fields import fields
from cards._kit import ActionSet, Container, Element, InnerCard, RichTextBlock, ShowCard, ToggleVisibility
from cards._links import link_lines
from cards._progress import dots
from cards._text import alarm, box, cut, faint, heading, label, line, run, strong, subtle

_LONGEST_KNOWN = 400
_LONGEST_ANSWER = 140
"""The inputs hold the whole of what was answered."""
_MORE = "more"
"""The id of the part that is folded."""


def render(screen: QuestionScreen, words: Words) -> dict[str, object]:
    """The card of one question."""
    body: list[Element] = [line(run(cut(screen.note, _LONGEST_KNOWN)))] if screen.note else []
    body += [_where(screen, words), heading(screen.ask)]
    if screen.why:
        body.append(subtle(screen.why, spacing="Small"))
    if known := _known(screen, words):
        body.append(box(*known))
    if screen.problem:
        body.append(alarm(screen.problem))
    shown = (one for one in screen.inputs if one.id not in screen.folded)
    asked = fields(shown, words, screen.apart, kept=True)
    # A client that draws the card anew keeps the choices of a list in the place where the last one had one.
    body += [Container(items=asked)] if screen.one_step_on else asked
    body += _fold(screen, words)
    if screen.links:
        body.append(_recent_links.get((words, *screen.links), (), lambda: _folded(screen.links, words)))
    body.append(subtle(words("question.foot"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)


def _fold(screen: QuestionScreen, words: Words) -> list[Element]:
    """The inputs that a press unfolds; open where one was refused."""
    inputs = [one for one in screen.inputs if one.id in screen.folded]
    if not inputs:
        return []
    refused = any(one.problem for one in inputs)
    unfold = ToggleVisibility(title=words("button.unfold"), target_elements=[_MORE])
    more = Container(id=_MORE, items=fields(inputs, words, kept=True), visible=None if refused else False)
    return [more] if refused else [ActionSet(actions=[unfold], spacing="Medium"), more]


def _folded(links: tuple[Link, ...], words: Words) -> ActionSet:
    """The matching material, unfolded by a tap."""
    many = len(links) > 1
    title = words("question.guides", number=len(links)) if many else words("question.guide")
    return ActionSet(actions=[ShowCard(title=title, card=InnerCard(body=link_lines(links, words)))])


def _where(screen: QuestionScreen, words: Words) -> RichTextBlock:
    values = (screen.room, screen.service, screen.number, screen.total, screen.minutes)
    return _recent.get((words,), values, lambda: _place(screen, words))


_recent, _recent_links = Recent(512), Recent(512)


def _place(screen: QuestionScreen, words: Words) -> RichTextBlock:
    where = " · ".join(part for part in (screen.room, screen.service) if part)
    if not screen.total:
        return line(strong(where, size="Small"))
    counted = words("question.place", number=screen.number, total=screen.total)
    if screen.minutes:
        counted += f" · {words('question.left', minutes=screen.minutes)}"
    return line(
        strong(where, size="Small"),
        faint(f" · {counted}  "),
        run(dots(screen.number, screen.total), color="Accent", size="Small"),
    )


def _known(screen: QuestionScreen, words: Words) -> list[RichTextBlock]:
    """The facts known before the answer: who asks, what was said, what the setup says."""
    found: list[RichTextBlock] = []
    if screen.handed_by:
        found.append(line(run(words("question.handed_by", name=screen.handed_by))))
    if screen.offered_again:
        found.append(line(run(words("question.why_again"))))
    elif screen.known:
        by = words("question.known_by", name=screen.known_by) if screen.known_by else ""
        known = cut(screen.known, _LONGEST_ANSWER)
        found.append(line(label(words("question.known")), run(known), *([faint(by)] if by else [])))
    found += [line(label(f"{name}: "), run(cut(value, _LONGEST_KNOWN))) for name, value in screen.facts]
    return found
