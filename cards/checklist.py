"""A checklist of the FM's: what is done, what is to do, each line to tap."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._links import link_run
from cards._sample_parts import DECK, HOSTILE, STAMP
from cards._text import cut, faint, heading, line, para, plain, run, strong, subheading, subtle

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
        body.append(subheading(words(f"check.group.{group.name}")))
        body += [_block(one, screen, words) for one in group.lines]
        if group.more:
            body.append(subtle(words("card.more", count=group.more), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)


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


def _task(number: str, title: str, state: str, *rest: str) -> CheckLine:
    return CheckLine(Said(f"{number}: {title}"), state, rest, press=Button("task", (("item", number),)))


_TASKS = ChecklistScreen(
    "tasks",
    STAMP,
    Said("Contoso AG"),
    (
        CheckGroup(
            "listed",
            (
                _task(
                    "3718", "OneDrive: Präsentation zum Unternehmenswert", "todo", "erforderlich · OneDrive"
                ),
                _task(
                    "2536",
                    "Durchführung von Erfolgsworkshops",
                    "done",
                    "erforderlich · alle Dienste",
                    "Ada Lovelace, 24.11.2026",
                ),
            ),
        ),
        CheckGroup(
            "own",
            (replace(_task("4711", "Gespräch zur Lizenz", "todo"), notes=(Said("wartet auf Zahlen"),)),),
        ),
    ),
    counted=(1, 3),
    banner=Said("Erledigt: 2536"),
    buttons=(
        Button("record", primary=True),
        Button("outcomes"),
        Button("material"),
        Button("add_task"),
        Button("lead", label="back_to_lead"),
    ),
)
_MATERIAL = replace(
    _TASKS,
    checklist="material",
    groups=(
        CheckGroup(
            "presented",
            (
                CheckLine(
                    Said("Präsentation zum Erfolgsworkshop"),
                    "done",
                    ("Passt zu: Eckdaten", "gezeigt am 24.11.2026"),
                    links=(DECK,),
                    press=Button("shown", (("item", "R01"),)),
                ),
            ),
        ),
    ),
    buttons=(Button("tasks", label="back_to_tasks", primary=True),),
)
_OUTCOMES = replace(
    _TASKS,
    checklist="outcomes",
    groups=(
        CheckGroup(
            "outcomes",
            (
                CheckLine(
                    Said("Der Kunde hat definiert, was Erfolg ist."), "done", ("durch: Messbarer Erfolg",)
                ),
                CheckLine(
                    Said("Der Kunde findet sich im Portal zurecht."),
                    "todo",
                    part=True,
                    press=Button("outcome", (("item", "portal_known"),)),
                ),
            ),
        ),
    ),
)
_OPEN = CheckLine(Said("Rückhalt der Leitung"), "open", press=Button("open", (("question", "ST1"),)))
_COMPLETING = replace(
    _TASKS,
    checklist="completing",
    banner=Said(""),
    counted=None,
    groups=(
        CheckGroup("unanswered", (_OPEN,) * 8, more=4),
        CheckGroup("disputed", (_OPEN,)),
        CheckGroup("unconfirmed", (_OPEN,)),
        CheckGroup("tasks", (_task("3718", "OneDrive: Präsentation", "open"),)),
        CheckGroup("key_inputs", (CheckLine(Said("Kick-off fand statt"), "open", press=Button("setup")),)),
    ),
    buttons=(
        Button("complete", primary=True),
        Button("outcomes"),
        Button("lead", label="back_to_lead"),
    ),
)
_HOSTILE = CheckLine(HOSTILE, "todo", (HOSTILE,), (HOSTILE,), press=Button("task", (("item", "1"),)))
SAMPLES = (
    ("tasks", _TASKS),
    ("material", _MATERIAL),
    ("outcomes", _OUTCOMES),
    ("completing", _COMPLETING),
    ("all_done", replace(_COMPLETING, checklist="all_done", groups=())),
    (
        "hostile",
        replace(_TASKS, customer=HOSTILE, banner=HOSTILE, groups=(CheckGroup("own", (_HOSTILE,) * 20),)),
    ),
)
