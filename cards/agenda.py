"""The agenda of a check-in: late and coming items, gaps, what is disputed or unanswered, the next date."""

from __future__ import annotations

from dataclasses import replace

from bot.core.parts import Button, Said
from bot.core.reading.wording import appointment
from bot.core.screens.checkins.agenda import AgendaLine, AgendaScreen, Section
from bot.core.texts import Words
from cards._card import card
from cards._items import about, item_head, state_run
from cards._kit import Container, Element, Mention, TextBlock
from cards._mentions import mention_of
from cards._sample_parts import HOSTILE, STAMP
from cards._text import cut, faint, heading, line, para, run, strong, subheading, subtle
from cards.plan import HOSTILE_LINE, LATE, STUCK

_LONGEST_NAME = 120
_LONGEST_REASON = 120


def render(screen: AgendaScreen, words: Words) -> dict[str, object]:
    """The agenda, a list after the other."""
    mentions: list[Mention] = []
    body: list[Element] = [heading(words("agenda.title"))]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    for section in screen.sections:
        body.append(subheading(words(f"agenda.{section.name}")))
        body += [_line(one, screen, words, mentions) for one in section.lines]
        if section.more:
            body.append(subtle(words("card.more", count=section.more), spacing="Small"))
    if not screen.sections:
        body.append(para(words("agenda.nothing")))
    body.append(subtle(_following(screen, words), spacing="Large"))
    return card(words, body, screen.buttons, screen.stamp, mentions=mentions)


def _line(one: AgendaLine, screen: AgendaScreen, words: Words, mentions: list[Mention]) -> Element:
    item = one.item
    if item is None:
        return line(run(f"{words('sign.unknown')} {one.title}"), spacing="Small")
    shown: list[Element] = [line(item_head(item, screen.stamp, words))]
    when, owner = about(item, words)
    if one.mention:
        mentions.append(mention_of(item.owner, one.mention))
        text = f"{words(f'plan.status.{item.state}')} · {when} · {mentions[-1].text}"
        shown.append(TextBlock(text=text, wrap=True, spacing="None"))
    else:
        # An owner who has not heard of it yet is not named; that nobody is responsible is worth knowing.
        named = item.owner or not item.late
        rest = f" · {when} · {owner}" if named else f" · {when}"
        shown.append(line(state_run(item, words), faint(rest), spacing="None"))
    if item.reason:
        shown.append(line(faint(cut(item.reason, _LONGEST_REASON)), spacing="None"))
    return Container(items=shown, spacing="Small")


def _following(screen: AgendaScreen, words: Words) -> str:
    if not screen.following:
        return words("agenda.last")
    said = appointment(screen.following, words.language, screen.time_zone)
    return words("check_in.next", day=said["day"], time=said["time"], zone=said["zone"])


_BUTTONS = (
    Button("plan", primary=True),
    Button("my_questions"),
    Button("mute"),
    Button("check_in", overflow=True),
)
_FULL = AgendaScreen(
    stamp=STAMP,
    customer=Said("Contoso AG"),
    sections=(
        Section("overdue", (AgendaLine(replace(LATE, links=())),), more=2),
        Section(
            "coming", (AgendaLine(STUCK, mention="29:1abc"), AgendaLine(replace(STUCK, reason=Said(""))))
        ),
        Section(
            "gaps",
            (
                AgendaLine(
                    replace(STUCK, state="open", reason=Said("")),
                ),
            ),
        ),
        Section("disputed", (AgendaLine(title="Schulungsplan"),)),
        Section("unanswered", (AgendaLine(title="Wege der Kommunikation (Microsoft Teams)"),), more=3),
    ),
    following="2026-12-07T08:00:00Z",
    time_zone="Europe/Berlin",
    buttons=_BUTTONS,
)
_HOSTILE = Section("coming", (AgendaLine(HOSTILE_LINE, mention="29:evil"), AgendaLine(HOSTILE_LINE)), more=9)
_METRICS = Section("metrics", (AgendaLine(title="Aktive Personen (Microsoft Teams)"),))
SAMPLES = (
    (
        "metrics",
        replace(_FULL, sections=(_METRICS,), buttons=(*_BUTTONS[:2], Button("metrics"), *_BUTTONS[2:])),
    ),
    ("full", _FULL),
    ("nothing", replace(_FULL, customer=Said(""), sections=(), following="")),
    ("hostile", replace(_FULL, customer=HOSTILE, sections=(_HOSTILE, _HOSTILE))),
)
