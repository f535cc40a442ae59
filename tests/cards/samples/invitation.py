"""Samples of the invitation."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Said, Stamp
from bot.core.screens.people.invitation import InvitationScreen, InvitedLine
from tests.cards.samples.parts import HOSTILE

_LINES = (
    InvitedLine(("Communication", "Training"), ((Said("Cora Quandt"), "29:cora"),), 6, 7),
    InvitedLine(
        ("Project lead",), ((Said("Ben Berg"), "29:ben"), (Said("Tom & Tina Ölçer"), "29:tom")), 1, 1
    ),
    InvitedLine(("Just listening",), ((Said("Dora"), ""),), 0, 1),
)
_FIRST = InvitationScreen(Stamp(1, 3), Said("Contoso AG"), _LINES, 14, 17, "2026-11-30")
SAMPLES = (
    ("people", _FIRST),
    ("later", replace(_FIRST, lines=_LINES[:1], first=False, answer_by="")),
    ("everybody", replace(_FIRST, lines=())),
    (
        "hostile",
        replace(
            _FIRST,
            customer=HOSTILE,
            lines=(InvitedLine(("Training",), ((HOSTILE, "29:x"), (HOSTILE, "")), 2, 2),),
        ),
    ),
)
