"""Samples of the metrics card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.metrics import MetricLine, MetricsScreen
from bot.core.screens.parts import Button, Said
from tests.cards.samples.parts import HOSTILE, STAMP


def _press(metric: str) -> Button:
    return Button("metric", (("item", metric),))


UNDER_WAY = MetricLine(
    "Aktive Personen (Microsoft Teams)",
    "40 Personen",
    "140 Personen",
    "2027-03-01",
    "200 Personen",
    "2027-06-30",
    "under_way",
    _press("active_users@teams"),
)
_REACHED = replace(
    UNDER_WAY, title="Zufriedenheit", value="82 %", target="80 %", baseline="", state="reached"
)
_LATE = replace(UNDER_WAY, title="Gesparte Zeit", state="late", date="2027-01-31")
_UNREAD = replace(UNDER_WAY, title="Abgelöste Altsysteme", value="", read_on="", state="unread")
_FOLLOWED = MetricsScreen(
    STAMP,
    Said("Contoso AG"),
    (UNDER_WAY, _REACHED, _LATE, _UNREAD),
    suggested=(
        (
            "Nutzen der Schulung",
            "Umfrage 30 Tage nach der Schulung, ohne Namen: Anteil derer, denen sie geholfen hat.",
            Button("choose_metric", (("item", "training_effect"),)),
        ),
    ),
    news=("Das sind 14 % aktive Nutzung. Zeit für die Erfolgsrückschau mit FastTrack.",),
    banner=Said("Gespeichert."),
    buttons=(
        Button("enter_values", primary=True),
        Button("other_metric"),
        Button("review_held"),
        Button("later", label="back_to_workshop"),
    ),
)
SAMPLES = (
    ("followed", _FOLLOWED),
    (
        "none",
        MetricsScreen(
            STAMP,
            Said(""),
            (),
            buttons=(Button("other_metric", primary=True), Button("later", label="back_to_workshop")),
        ),
    ),
    ("hostile", replace(_FOLLOWED, customer=HOSTILE, banner=HOSTILE, lines=(_LATE,) * 12)),
)
