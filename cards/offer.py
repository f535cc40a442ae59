"""One talk: what it is about, why it is offered, how it stands, and what can be decided."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button
from bot.core.reading.wording import day_text
from bot.core.screens.talks.talks import OfferScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._offers import about, offer_state
from cards._sample_parts import STAMP
from cards._text import alarm, heading, line, para, run, strong, subtle
from cards.offers import ACCEPTED, HOSTILE_OFFER, OFFERED


def render(screen: OfferScreen, words: Words) -> dict[str, object]:
    """The talk, and the presses that decide about it."""
    one = screen.line
    body: list[Element] = [
        heading(words("offers.one"), size="Medium"),
        line(strong(f"{words(f'offers.sign.{one.state}')} {one.title}", size="Medium"), spacing="Small"),
        line(run(about(one)), spacing="Small"),
    ]
    body += [para(why, spacing="Small") for why in one.whys]
    body += offer_state(one, words)
    if one.requested:
        day = day_text(one.requested, words.language)
        body.append(subtle(words("offers.requested", day=day), spacing="Small"))
    if screen.problem:
        body.append(alarm(screen.problem))
    if screen.deciders:
        body.append(subtle(words("offers.deciders", roles=", ".join(screen.deciders))))
    if screen.elsewhere:
        body.append(subtle(words("offers.elsewhere")))
    return card(words, body, screen.buttons, screen.stamp)


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
