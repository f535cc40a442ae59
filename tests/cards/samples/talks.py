"""Samples of the card of talks."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.talks.talks import OfferLine, TalksScreen
from tests.cards.samples.parts import HOSTILE, STAMP


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
_PRIVATE = TalksScreen(
    STAMP, Said("Contoso AG"), (ACCEPTED, OFFERED, _DECLINED), banner=Said("Zugesagt."), buttons=_BACK
)
HOSTILE_OFFER = replace(_DECLINED, by=HOSTILE, reason=HOSTILE)
SAMPLES = (
    ("decides", _PRIVATE),
    ("reads", replace(_PRIVATE, deciders=("Projektleitung", "Geschäftsleitung"), banner=Said(""))),
    ("fm", replace(_PRIVATE, elsewhere=True, banner=Said(""))),
    ("none", TalksScreen(STAMP, Said(""), (), buttons=_BACK)),
    ("hostile", replace(_PRIVATE, customer=HOSTILE, banner=HOSTILE, lines=(HOSTILE_OFFER,) * 10)),
)
