"""A checklist of the FM's: what is done, what is to do, each line to tap."""

from __future__ import annotations

from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._links import link_run
from cards._text import cut, faint, heading, line, para, plain, run, strong, subheading, subtle
from cards._unfold import unfolding

_LONGEST_TITLE = 260
_LONGEST_NOTE = 200
_LONGEST_NAME = 120


def render(screen: ChecklistScreen, words: Words) -> dict[str, object]:
    """The checklist `screen.checklist`, group by group."""
    key = f"check.{screen.checklist}"
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_TITLE)))] if screen.banner else []
    body += [
        heading(words(f"{key}.title")),
        line(strong(cut(screen.customer, _LONGEST_NAME)), spacing="None"),
    ]
    body.append(para(words(f"{key}.intro")))
    if screen.counted:
        done, total = screen.counted
        body.append(subtle(words("check.counted", done=done, total=total), spacing="Small"))
    for group in screen.groups:
        name, lines = words(f"check.group.{group.name}"), _lines(group, screen, words)
        body += unfolding([(name, lines)]) if group.folded else [subheading(name), *lines]
    return card(words, body, screen.buttons, screen.stamp)


def _lines(group: CheckGroup, screen: ChecklistScreen, words: Words) -> list[Element]:
    more = [subtle(words("card.more", count=group.more), spacing="Small")] if group.more else []
    return [*(_block(one, screen, words) for one in group.lines), *more]


def _block(one: CheckLine, screen: ChecklistScreen, words: Words) -> Container:
    opens = tap(one.press, screen.stamp, twin=True) if one.press else None
    below = f"{words('check.sign.part')} " if one.part else ""
    title = plain(f"{below}{words(f'check.sign.{one.state}')} {cut(one.title, _LONGEST_TITLE)}")
    head = TextRun(
        text=title,
        weight="Bolder" if opens else None,
        color="Accent" if opens else None,
        selectAction=opens,
    )
    items: list[Element] = [line(head)]
    items += [line(faint(rest), spacing="None") for rest in one.rest]
    items += [line(run(cut(note, _LONGEST_NOTE)), spacing="None") for note in one.notes]
    items += [line(link_run(link), spacing="None") for link in one.links]
    return Container(items=items, spacing="Small")
