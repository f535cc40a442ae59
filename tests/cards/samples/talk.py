"""Samples of the offer card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button
from bot.core.screens.talks.talks import TalkScreen
from tests.cards.samples.parts import STAMP
from tests.cards.samples.talks import ACCEPTED, HOSTILE_OFFER, OFFERED

_HERE = (("item", "intune"),)
_BACK = Button("offer_list", label="back_to_offers")
_OPEN = TalkScreen(
    STAMP,
    OFFERED,
    buttons=(
        Button("change_offer", (*_HERE, ("form", "talk_accept")), label="talk_accept", primary=True),
        Button("change_offer", (*_HERE, ("form", "talk_decline")), label="talk_decline"),
        _BACK,
    ),
)
SAMPLES = (
    ("open", _OPEN),
    (
        "accepted",
        TalkScreen(
            STAMP,
            ACCEPTED,
            elsewhere=True,
            buttons=(
                Button("change_offer", (*_HERE, ("form", "talk_accept")), label="talk_date", primary=True),
                Button("change_offer", (*_HERE, ("form", "talk_decline")), label="talk_decline_after_all"),
                Button("change_offer", (*_HERE, ("form", "talk_held")), label="talk_held"),
                Button("expert_request", _HERE),
                _BACK,
            ),
        ),
    ),
    (
        "hostile",
        replace(
            _OPEN,
            line=HOSTILE_OFFER,
            deciders=("Projektleitung", "Geschäftsleitung"),
            problem="Diese Karte war schon älter. Hier ist der aktuelle Stand.",
            buttons=(replace(_BACK, primary=True),),
        ),
    ),
)
