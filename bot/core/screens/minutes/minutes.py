"""The essence of the minutes: factors with their verdicts, open items, agreements, and the confirmation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.minutes.content import Standpoint, stands
from bot.core.minutes.decided import decisions
from bot.core.papers.follow_up import follow_up_mail
from bot.core.papers.minutes import agreements, confirmed_by, open_items, unanswered
from bot.core.parts import UNSAID, Button, FactorLine, Input, Said, Stamp
from bot.core.reading.result import result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.lines import factor_lines
from bot.core.screens.plan.plan import ItemLine, item_line

_MOST_ITEMS = 4


STANDS = ("none", "waiting", "issued", "changed", "outdated")
"""The states of minutes that are not confirmed (texts minutes.stand.*): for the FM waiting ones are issued,
and changed ones outdated."""


@dataclass(frozen=True, slots=True)
class MinutesScreen:
    """`version` is 0 for what is not issued yet. `result` says how the result stands, `confirmed` who
    confirmed these minutes and when, empty where nobody did; `stands` is one of STANDS, "superseded" or
    "confirmed"; `problem` a sentence for the presser alone."""

    stamp: Stamp
    customer: Said
    version: int
    stands: str
    results: tuple[FactorLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    more: int = 0
    unanswered: str = ""
    decided: tuple[tuple[str, Said], ...] = ()
    agreed: tuple[Said, ...] = ()
    result: str = ""
    confirmed: Said = UNSAID
    asked: tuple[tuple[Said, str], ...] = ()  # who is mentioned: name, Teams id
    problem: str = ""
    newest: int = 0  # the version that took the place of a superseded one
    buttons: tuple[Button, ...] = ()


def minutes_screen(viewer: Viewer, problem: str = "") -> MinutesScreen:
    """The minutes as they stand now, to be confirmed by the team or issued by the FM. Of a version that is no
    longer right the team sees only that, and who had confirmed it."""
    given, standpoint = viewer.engagement.minutes, stands(viewer.picture)
    shown = _for_the_fm(standpoint) if viewer.is_fm else standpoint.value
    found = open_items(viewer)
    confirmed = standpoint in (Standpoint.CONFIRMED, Standpoint.CHANGED)
    screen = MinutesScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        version=given.version if given and shown != "outdated" else 0,
        stands=shown,
        confirmed=Said(confirmed_by(viewer)) if confirmed and shown != "outdated" else UNSAID,
        problem=problem,
        buttons=_buttons(viewer, standpoint),
    )
    if shown == "changed":
        return screen
    return replace(
        screen,
        results=factor_lines(viewer),
        items=tuple(item_line(viewer, item, most_links=0) for item in found[:_MOST_ITEMS]),
        more=max(0, len(found) - _MOST_ITEMS),
        unanswered=unanswered(viewer),
        decided=tuple((one.name, Said(one.said)) for one in decisions(viewer)),
        agreed=tuple(Said(line) for line in agreements(viewer)),
        result=result_sentence(viewer.picture, viewer.words),
    )


def superseded_screen(viewer: Viewer, version: int) -> MinutesScreen:
    """An earlier version of the minutes, of which only its own card still says what it stated."""
    given = viewer.engagement.minutes
    return MinutesScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        version=version,
        stands="superseded",
        newest=given.version if given else 0,
        buttons=(Button("overview", primary=True), Button("plan")),
    )


def _for_the_fm(standpoint: Standpoint) -> str:
    return {Standpoint.WAITING: "issued", Standpoint.CHANGED: "outdated"}.get(standpoint, standpoint.value)


def follow_up_form(viewer: Viewer, everybody: Viewer) -> FormScreen:
    """The text to send, in the language of `everybody`, in fields from which it can be copied whole."""
    mail, words = follow_up_mail(everybody), viewer.words
    inputs = (
        Input("subject", "text", words("request.subject"), mail.subject),
        Input("text", "text", words("field.follow_up"), mail.text, multiline=True, whole=True),
    )
    buttons = (Button("minutes", label="back_to_minutes", primary=True),)
    return FormScreen("follow_up", viewer.stamp(), inputs, buttons)


def _buttons(viewer: Viewer, standpoint: Standpoint) -> tuple[Button, ...]:
    given = viewer.engagement.minutes
    if viewer.is_fm:
        to_issue = standpoint in (Standpoint.NONE, Standpoint.CHANGED)
        issue = (Button("issue_minutes", primary=True),) if to_issue else ()
        return (
            *issue,
            Button("follow_up", primary=not to_issue),
            Button("take_away"),
            Button("lead", label="back_to_lead"),
        )
    version = (("version", str(given.version if given else 0)),)
    waits = standpoint is Standpoint.WAITING
    confirm = (Button("confirm_minutes", version, primary=True),) if waits else ()
    return (*confirm, Button("overview", primary=not waits), Button("plan"))
