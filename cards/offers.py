"""The offers: talks that may be useful to the customer, each to tap."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.talks.talks import OfferLine, OffersScreen
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._offers import offer_block
from cards._sample_parts import HOSTILE, STAMP
from cards._text import cut, heading, line, para, strong, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: OffersScreen, words: Words) -> dict[str, object]:
    """Every talk, in the order of what the customer asked for, what fits, what they own."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("offers.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(subtle(words("offers.intro"), spacing="Small"))
    if not screen.lines:
        body.append(para(words("offers.none")))
    body += [offer_block(one, screen.stamp, words) for one in screen.lines]
    if screen.lines:
        body.append(subtle(words("offers.tap"), spacing="Large"))
    if screen.deciders:
        body.append(subtle(words("offers.deciders", roles=", ".join(screen.deciders)), spacing="Small"))
    if screen.elsewhere:
        body.append(subtle(words("offers.elsewhere"), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp)


def _press(talk: str) -> Button:
    return Button("offer", (("item", talk),))


OFFERED = OfferLine(
    "Microsoft Intune",
    "Firmendaten bleiben geschützt, auch auf privaten Smartphones und nach einem Verlust.",
    (
        "Ergänzt Exchange Online auf Smartphones und anderen Geräten.",
        "Ihre Lizenzen enthalten es schon.",
    ),
    "offered",
    press=_press("intune"),
)
ACCEPTED = OfferLine(
    "Outlook Mobile",
    "E-Mail und Kalender auf dem Smartphone, getrennt von Privatem.",
    ("Dazu möchten Sie mehr wissen.",),
    "accepted",
    "Nutzen-Workshop",
    "2027-01-12",
    Said("Ada Lovelace"),
    requested="2026-12-01",
    press=_press("outlook_mobile"),
)
_DECLINED = OfferLine(
    "Microsoft Entra ID P1/P2",
    "Sichere Anmeldung für alle Anwendungen; wer von wo Zugriff hat, bestimmen Sie.",
    (),
    "declined",
    by=Said("Ada Lovelace"),
    reason=Said("Kein Bedarf · Das löst bei uns ein anderes Produkt."),
    press=_press("entra"),
)
_BACK = (Button("later", label="back_to_workshop", primary=True),)
_PRIVATE = OffersScreen(
    STAMP, Said("Contoso AG"), (ACCEPTED, OFFERED, _DECLINED), banner=Said("Zugesagt."), buttons=_BACK
)
HOSTILE_OFFER = replace(_DECLINED, by=HOSTILE, reason=HOSTILE)
SAMPLES = (
    ("decides", _PRIVATE),
    ("reads", replace(_PRIVATE, deciders=("Projektleitung", "Geschäftsleitung"), banner=Said(""))),
    ("fm", replace(_PRIVATE, elsewhere=True, banner=Said(""))),
    ("none", OffersScreen(STAMP, Said(""), (), buttons=_BACK)),
    ("hostile", replace(_PRIVATE, customer=HOSTILE, banner=HOSTILE, lines=(HOSTILE_OFFER,) * 10)),
)
