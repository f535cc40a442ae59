"""Samples of the question card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Input, Option, Said, Stamp
from bot.core.screens.questions.question import QuestionScreen
from tests.cards.samples.parts import CHECKLIST, DECK, GUIDE, HOSTILE, LONG

_BUTTONS = (
    Button("answer", primary=True, bare=False),
    Button("form", (("form", "handed"),), label="handed"),
    Button("later"),
    Button("form", (("form", "planned"),), label="planned", overflow=True),
    Button("form", (("form", "not_applicable"),), label="not_applicable", overflow=True),
    Button("form", (("form", "skipped"),), label="skipped", overflow=True),
    Button("back", overflow=True),
)
_PEOPLE = (Option("t/1", "Ada Lovelace", said=True), Option("t/2", HOSTILE, said=True))
_STATE = (Option("agreed", "Ja, zugesagt"), Option("asked", "Angefragt"), Option("open", "Noch offen"))
_SPONSOR = QuestionScreen(
    stamp=Stamp(1, 12, "ST1"),
    room="Beteiligte",
    number=3,
    total=8,
    ask="Wer aus der Geschäftsleitung unterstützt das Projekt sichtbar?",
    why="Wenn die Leitung selbst vorangeht, machen die anderen eher mit.",
    inputs=(
        Input("agreed", "choice", "Ist das zugesagt?", options=_STATE, required=True, expanded=True),
        Input("sponsor", "choice", "Wer?", options=_PEOPLE),
        Input("sponsor_name", "text", "Wer sonst?", max_length=120),
    ),
    links=(GUIDE, CHECKLIST),
    buttons=_BUTTONS,
)
_NUMBERS = QuestionScreen(
    stamp=Stamp(1, 12, "OD2", "onedrive"),
    room="Dienste",
    service="OneDrive",
    number=14,
    total=28,
    ask="Wie viele Personen ziehen ihre Dateien um, und bis wann?",
    why="Davon hängt ab, wie viel Hilfe die Ersten brauchen.",
    inputs=(
        Input(
            "people",
            "number",
            "Personen",
            "0",
            required=True,
            min=1,
            max=100000,
            problem="Eine Zahl von 1 bis 100000.",
        ),
        Input(
            "until", "date", "Bis wann?", "31.02.2026", problem="Bitte ein Datum, zum Beispiel 24.12.2026."
        ),
        Input("start", "date", "Ab wann?", "2026-12-24"),
        Input(
            "how",
            "multi",
            "Wie?",
            "self,help",
            (Option("self", "Selbst"), Option("help", "Mit Hilfe")),
            expanded=True,
        ),
        Input(
            "page",
            "url",
            "Seite im Intranet",
            "intranet",
            hint="https://intranet.contoso.com",
            max_length=2000,
        ),
        Input("note", "text", "Was noch?", LONG, multiline=True, max_length=2000),
    ),
    links=(DECK,),
    buttons=_BUTTONS,
    problem="Diese Angaben passen nicht zusammen. Bitte prüfen Sie sie.",
)
_KNOWN = QuestionScreen(
    stamp=Stamp(2, 40, "DC"),
    room="DIBS",
    number=1,
    total=1,
    ask="Stimmt das noch?",
    why="Das haben wir beim Auftakt vereinbart.",
    inputs=(
        Input(
            "still_right",
            "choice",
            "Stand",
            "right",
            (Option("right", "Stimmt"), Option("change", "Etwas ändern")),
            expanded=True,
        ),
    ),
    links=(),
    buttons=_BUTTONS[:3],
    facts=(("Start für alle", Said("24.12.2026")), ("Ergebnis", HOSTILE)),
    known=HOSTILE,
    known_by=HOSTILE,
    handed_by=HOSTILE,
)
_AGAIN = QuestionScreen(
    stamp=Stamp(1, 12, "TR2"),
    room="Schulung",
    number=2,
    total=3,
    ask="Ist entschieden, wie die Mitarbeitenden lernen?",
    why="",
    inputs=(Input("decided", "choice", "Entschieden?", "", _STATE, expanded=True),),
    links=(),
    buttons=_BUTTONS,
    offered_again=True,
)
_CLOSING = replace(
    _AGAIN,
    stamp=Stamp(1, 12, "CL"),
    room="Abschluss",
    ask="Wie möchten Sie nach dem Workshop weiterarbeiten?",
    inputs=(
        Input(
            "confirm", "choice", "Das Ergebnis des Workshops", options=_STATE, required=True, expanded=True
        ),
        Input("topic", "text", "Oder zu einem anderen Thema", max_length=500),
    ),
    links=(CHECKLIST,),
    offered_again=False,
    folded=frozenset({"topic"}),
)
SAMPLES = (
    ("first", _SPONSOR),
    ("refused", _NUMBERS),
    ("known", _KNOWN),
    ("again", _AGAIN),
    ("closing", _CLOSING),
)
