"""Samples of the checklist card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen
from tests.cards.samples.parts import DECK, HOSTILE, STAMP


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
_GUIDANCE = replace(
    _TASKS,
    checklist="guidance",
    banner=Said(""),
    counted=None,
    groups=(
        CheckGroup(
            "overview", (CheckLine(Said("Durchführung"), "open", ("Er baut auf dem Kick-off auf.",)),)
        ),
        CheckGroup("goals", (CheckLine(Said("Regelmäßige Termine festlegen"), "open"),)),
        CheckGroup(
            "sections",
            (CheckLine(Said("Planen"), "open", press=Button("guidance", (("item", "plan_workshop"),))),),
        ),
    ),
    buttons=(Button("tasks", label="back_to_tasks", primary=True),),
)
_SECTION = replace(
    _GUIDANCE,
    groups=(
        CheckGroup(
            "section",
            (
                CheckLine(
                    Said("Erfolgsmetriken"),
                    "open",
                    ("FastTrack Manager · alle Dienste", "Zeigen Sie die Berichte."),
                ),
            ),
        ),
    ),
    buttons=(Button("guidance", label="back_to_guidance", primary=True),),
)
_HOSTILE = CheckLine(HOSTILE, "todo", (HOSTILE,), (HOSTILE,), press=Button("task", (("item", "1"),)))
SAMPLES = (
    ("tasks", _TASKS),
    ("material", _MATERIAL),
    ("outcomes", _OUTCOMES),
    ("completing", _COMPLETING),
    ("guidance", _GUIDANCE),
    ("section", _SECTION),
    ("all_done", replace(_COMPLETING, checklist="all_done", groups=())),
    (
        "hostile",
        replace(_TASKS, customer=HOSTILE, banner=HOSTILE, groups=(CheckGroup("own", (_HOSTILE,) * 20),)),
    ),
)
