"""Samples of the offer card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.offers import OfferScreen
from bot.core.screens.parts import Button
from tests.cards.samples.offers import ACCEPTED, HOSTILE_OFFER, OFFERED
from tests.cards.samples.parts import STAMP

_HERE = (("item", "intune"),)
_BACK = Button("offer_list", label="back_to_offers")
_OPEN = OfferScreen(
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
        OfferScreen(
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
