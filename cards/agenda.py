"""The agenda of a check-in: late and coming items, gaps, what is disputed or unanswered, the next date."""

from __future__ import annotations

from bot.core.reading.wording import appointment
from bot.core.screens.checkins.agenda import AgendaLine, AgendaScreen
from bot.core.texts import Words
from cards._card import card
from cards._items import about, item_head, state_run
from cards._kit import Container, Element, Mention, TextBlock
from cards._mentions import mention_of
from cards._text import cut, faint, heading, line, para, run, strong, subheading, subtle

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
    return card(words, body, screen.buttons, screen.stamp, mentions=mentions, as_of=screen.as_of)


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
        # An owner who was not told of it yet is not named; that nobody is responsible is worth knowing.
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
