"""Talks: what each is about, what it is good for, how it stands."""

from __future__ import annotations

from bot.core.parts import Stamp
from bot.core.reading.wording import day_text
from bot.core.screens.talks.talks import OfferLine
from bot.core.texts import Words
from cards._buttons import tap
from cards._kit import Container, Element, RichTextBlock, TextRun
from cards._text import cut, faint, line, plain, run, strong

_LONGEST_NAME = 60
_LONGEST_REASON = 200


def offer_block(one: OfferLine, stamp: Stamp, words: Words) -> Container:
    """A talk of a list: its title opens it. What it is good for helps to decide, and is said until then."""
    title = plain(f"{words(f'talks.sign.{one.state}')} {one.title}")
    opens = tap(one.press, stamp, twin=True) if one.press else None
    head = TextRun(text=title, weight="Bolder", color="Accent" if opens else None, selectAction=opens)
    items: list[Element] = [line(head)]
    if said := about(one) if one.state == "offered" else cut(one.topic, _LONGEST_REASON):
        items.append(line(run(said), spacing="None"))
    items += offer_state(one, words)
    return Container(items=items, spacing="Medium")


def about(one: OfferLine) -> str:
    """The topic that somebody wrote for the talk, else its use as the playbook names it."""
    return cut(one.topic, _LONGEST_REASON) or one.good_for


def offer_state(one: OfferLine, words: Words) -> list[RichTextBlock]:
    """The state of a talk, as a word, with who said so and the reason for a no."""
    day = day_text(one.day, words.language) if one.day else ""
    rest = [one.talks] if one.talks else []
    if day:
        rest.append(words("talks.dated", day=day))
    if one.by:
        rest.append(cut(one.by, _LONGEST_NAME))
    tail = [faint(f" · {' · '.join(rest)}")] if rest else []
    lines = [line(strong(words(f"talks.state.{one.state}")), *tail, spacing="None")]
    if one.reason:
        lines.append(line(faint(cut(one.reason, _LONGEST_REASON)), spacing="None"))
    return lines
