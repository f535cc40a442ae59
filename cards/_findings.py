"""Findings: what is not ready, why, what to do about it, by whom and when, with what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.parts import UNSAID, Finding
from bot.core.reading.wording import day_text
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._kit import Container, Element, RichTextBlock, TextRun
from cards._links import link_run
from cards._progress import verdict_word
from cards._text import cut, faint, label, line, run, strong

_LONGEST = 300
_SHORT = 140


def finding_blocks(findings: Iterable[Finding], words: Words, *, named: bool = True) -> list[Container]:
    """Each finding whole, set off from the one before. `named`: that the next step is one is said."""
    return [_block(one, words, first=not place, named=named) for place, one in enumerate(findings)]


def finding_steps(findings: Iterable[Finding], words: Words) -> list[Container]:
    """Of each finding what to do, by whom and when, where its reason stands elsewhere on the card."""
    return finding_blocks(
        (replace(one, sentence="", reason="", detail=UNSAID, services=(), links=()) for one in findings),
        words,
        named=False,
    )


def finding_lines(findings: Iterable[Finding], words: Words) -> list[RichTextBlock]:
    """Each finding in one line, where many stand on a card."""
    return [_brief(one, words) for one in findings]


def _block(one: Finding, words: Words, *, first: bool, named: bool) -> Container:
    items: list[Element] = [line(*_head(one, words))]
    if why := _why(one, words):
        items.append(line(*why, spacing="None"))
    if one.action:
        name = [label(words("finding.action"))] if named else []
        spacing = "Small" if named else "None"
        items.append(line(*name, run(one.action), *_when(one, words), spacing=spacing))
    elif when := _when(one, words):
        items.append(line(*when, spacing="Small"))
    if one.services:
        services = ", ".join(one.services)
        items.append(line(faint(words("finding.services") + services), spacing="Small"))
    for link in one.links:
        about = [faint(f" · {link.about}")] if link.about else []
        items.append(line(link_run(link), *about, spacing="Small"))
    return Container(
        items=items, spacing="Small" if first or not named else "Medium", separator=not first or None
    )


def _head(one: Finding, words: Words) -> list[TextRun]:
    head = [
        strong(f"{verdict_word(one.verdict, words)}: "),
        strong(one.title),
    ]
    if one.unconfirmed:
        head.append(faint(f" ({words('finding.unconfirmed')})"))
    return head


def _why(one: Finding, words: Words) -> list[TextRun]:
    found: list[TextRun] = []
    if one.sentence:
        found.append(run(f"{one.sentence} "))
    if one.reason:
        found += [label(words("finding.why")), run(f"{cut(one.reason, _LONGEST)} ")]
    if one.detail:
        found.append(run(cut(one.detail, _LONGEST)))
    return found


def _when(one: Finding, words: Words) -> list[TextRun]:
    """The owner and the date, where there is something to do."""
    if not one.action and one.verdict is not Verdict.ON_COURSE:
        return []
    parts = [cut(one.owner, _SHORT)] if one.owner else []
    if one.due:
        parts.append(words("finding.until", day=day_text(one.due, words.language)))
    return [faint((" · " if one.action else "") + " · ".join(parts))] if parts else []


def _brief(one: Finding, words: Words) -> RichTextBlock:
    says = one.sentence or one.reason or one.detail
    runs = [strong(f"{words(f'sign.{one.verdict}')} {one.title}")]
    if says:
        runs.append(run(f": {cut(says, _SHORT)}"))
    if one.services:
        runs.append(faint(f" ({cut(', '.join(one.services), _SHORT)})"))
    return line(*runs, spacing="Small")
