"""Samples of the request card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.offer_forms import RequestScreen
from bot.core.screens.parts import Button, Said
from tests.cards.samples.parts import FM_GUIDE, HOSTILE, STAMP

_HERE = (("item", "intune"),)
_READY = RequestScreen(
    STAMP,
    "Microsoft Intune",
    Said("Business value discussion: Microsoft Intune for Contoso AG"),
    Said("Customer: Contoso AG\nCountry: Germany\nTopic: Microsoft Intune\nLicences: 2,400"),
    (FM_GUIDE,),
    buttons=(
        Button("talk_requested", _HERE, primary=True),
        Button("offer", _HERE, label="back_to_item"),
    ),
)
SAMPLES = (
    ("ready", _READY),
    ("hostile", replace(_READY, subject=HOSTILE, text=HOSTILE, links=(), requested="2026-12-01")),
)
