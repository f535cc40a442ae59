"""The record sheet: a note a service to paste, how the eight aspects stand, and the whole."""

from __future__ import annotations

from bot.core.parts import Said
from bot.core.screens.record.record import RecordScreen, SheetRow
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._text import alarm, box, cut, faint, heading, label, line, para, plain, run, strong, subheading
from cards._unfold import unfolding

_LONGEST_NAME = 120
_LONGEST_NOTE = 600
_LONGEST_LIST = 400
_LONGEST_FACT = 200
_FEW = 2
"""Services whose notes are read at a glance; those of more, and the overview then, are unfolded by a tap."""


def render(screen: RecordScreen, words: Words) -> dict[str, object]:
    """The sheet. A tap on a service opens its note."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_NAME)))] if screen.banner else []
    body += [
        heading(words("sheet.heading")),
        line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"),
        para(words("sheet.about")),
    ]
    facts = [_fact(one, words) for one in screen.facts]
    if len(screen.rows) > _FEW:
        body += [Container(items=_standing(row, screen, words), spacing="Medium") for row in screen.rows]
        notes = [(row, note) for row in screen.rows if (note := _note(row, words))]
        named = [one for row, note in notes for one in (line(strong(row.name)), *note)]
        body += unfolding([(words("sheet.notes"), named), (words("sheet.overview"), facts)])
    else:
        body += [_service(row, screen, words) for row in screen.rows]
        body += [subheading(words("sheet.overview")), *facts] if facts else []
    return card(words, body, screen.buttons, screen.stamp)


def _service(row: SheetRow, screen: RecordScreen, words: Words) -> Container:
    return Container(items=[*_standing(row, screen, words), *_note(row, words)], spacing="Medium")


def _standing(row: SheetRow, screen: RecordScreen, words: Words) -> list[Element]:
    """Where a service stands."""
    head = TextRun(
        text=plain(row.name),
        weight="Bolder",
        color="Accent",
        selectAction=tap(row.press, screen.stamp, twin=True),
    )
    return [
        line(head, run(f": {words(f'sheet.status.{row.status}')}")),
        *(
            line(
                label(f"{words(f'sheet.status.{status}')}: "), faint(cut(what, _LONGEST_LIST)), spacing="None"
            )
            for status, what in row.aspects
        ),
    ]


def _note(row: SheetRow, words: Words) -> list[Element]:
    items: list[Element] = []
    if row.note:
        items.append(box(line(run(cut(row.note, _LONGEST_NOTE)))))
    if row.written:
        items.append(line(faint(words("sheet.written")), spacing="None"))
    if row.vague:
        items.append(alarm(words("sheet.vague", found=", ".join(row.vague))))
    return items


def _fact(fact: tuple[str, str, Said], words: Words) -> Element:
    name, known, original = fact
    own = words("sheet.quoted", text=cut(original, _LONGEST_FACT)) if original else ""
    said = " ".join(part for part in (cut(known, _LONGEST_FACT), own) if part)
    return line(label(f"{name}: "), run(said), spacing="Small")
