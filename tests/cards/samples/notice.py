"""Samples of the notice card."""

from __future__ import annotations

from bot.core.parts import Button, Said, Stamp
from bot.core.screens.notice import NoticeScreen
from tests.cards.samples.parts import DECK, GUIDE, HOSTILE, MY_QUESTIONS, STAMP


def _handed(person: str, by: str, question: str) -> NoticeScreen:
    return NoticeScreen(
        "handed",
        Stamp(1, 12, "ST1"),
        values=(("by", Said(by)), ("question", Said(question))),
        mention=(Said(person), "29:1abc"),
        buttons=(Button("my_questions", primary=True),),
    )


_SILENCE = NoticeScreen(
    "silence",
    Stamp(1, 12, engagement="e1"),
    values=(("customer", Said("Contoso AG")), ("count", Said("3"))),
    buttons=(Button("check_in", primary=True), Button("items", label="open_plan")),
)
SAMPLES = (
    ("moved", NoticeScreen("moved", STAMP)),
    ("shared", NoticeScreen("shared", STAMP, links=(GUIDE, DECK))),
    ("handed", _handed("Ada Lovelace", "Jan Müller", "Ist entschieden, wie die Mitarbeitenden lernen?")),
    (
        "live_thanks",
        NoticeScreen(
            "live_thanks",
            STAMP,
            values=(("question", Said("Gibt es einen Kommunikationsplan?")), ("answer", Said("Ja"))),
            buttons=(Button("live_change", label="answer_anew"), Button("live_state")),
        ),
    ),
    ("live_thanks_hostile", NoticeScreen("live_thanks", STAMP, (("question", HOSTILE), ("answer", HOSTILE)))),
    (
        "live_count",
        NoticeScreen("live_count", STAMP, values=(("number", Said("4")), ("total", Said("6")))),
    ),
    (
        "answer_by_all",
        NoticeScreen("answer_by_all", STAMP, values=(("day", Said("17.06.2026")),), buttons=(MY_QUESTIONS,)),
    ),
    ("silence", _SILENCE),
    (
        "lost",
        NoticeScreen(
            "lost",
            Stamp(1, 12, engagement="e1"),
            values=(("customer", Said("Contoso AG")),),
            buttons=(Button("check_in", primary=True),),
        ),
    ),
    (
        "reminded_hostile",
        NoticeScreen(
            "reminded", STAMP, people=((HOSTILE, "29:0"), (HOSTILE, "29:1")), buttons=(MY_QUESTIONS,)
        ),
    ),
    ("hostile", _handed(HOSTILE, HOSTILE, HOSTILE)),
)
