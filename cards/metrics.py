"""The metrics: what the team follows, what the values say, and what fits the answers."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.screens.metrics.metrics import MetricLine, MetricsScreen
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Container, Element, TextRun
from cards._metrics import metric_block
from cards._sample_parts import HOSTILE, STAMP
from cards._text import box, cut, faint, heading, line, para, plain, strong, subheading, subtle

_LONGEST_NAME = 120
_LONGEST_BANNER = 200


def render(screen: MetricsScreen, words: Words) -> dict[str, object]:
    """The metrics with what they say, then those that could be chosen."""
    body: list[Element] = [line(strong(cut(screen.banner, _LONGEST_BANNER)))] if screen.banner else []
    body.append(heading(words("metrics.title")))
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    if screen.news:
        body.append(box(*(para(sentence) for sentence in screen.news)))
    if not screen.lines:
        body.append(para(words("metrics.none")))
    body += [metric_block(one, screen.stamp, words) for one in screen.lines]
    if screen.suggested:
        body.append(subheading(words("metrics.fit")))
    for title, about, button in screen.suggested:
        press = tap(button, screen.stamp, twin=True)
        head = TextRun(text=plain(f"+ {title}"), weight="Bolder", color="Accent", selectAction=press)
        body.append(Container(items=[line(head), line(faint(about), spacing="None")], spacing="Small"))
    body.append(subtle(words("metrics.foot"), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp)


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
