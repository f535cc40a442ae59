"""Samples of the choose card."""

from __future__ import annotations

from bot.core.screens.choose import ChooseScreen
from bot.core.screens.parts import Button, Said
from tests.cards.samples.parts import HOSTILE, LONG, STAMP

_SAVE = (Button("save_typed", primary=True), Button("search_typed"))
SAMPLES = (
    (
        "which_workshop",
        ChooseScreen(
            "which_workshop",
            STAMP,
            options=tuple(
                (Said(name), Button("pick", (("engagement", "tenant~channel~1"),)))
                for name in ("Contoso AG", "Fabrikam", HOSTILE, LONG, "E", "F", "G")
            ),
            buttons=(Button("help"),),
        ),
    ),
    (
        "save_or_search",
        ChooseScreen(
            "save_or_search",
            STAMP,
            "Wie heißt Ihre Ansprechperson?",
            Said("Schulung für alle"),
            buttons=_SAVE,
        ),
    ),
    ("hostile", ChooseScreen("save_or_search", STAMP, said=Said(HOSTILE + LONG), buttons=_SAVE)),
)
