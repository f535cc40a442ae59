"""The portfolio for the manager: the standing of all workshops, a row each, and what holds them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from bot.core.papers.paper import PaperCell, PaperTable
from bot.core.papers.rows import NewRows, in_memory
from bot.core.plan.items import OWN, items
from bot.core.questions.picture import Picture
from bot.core.reading.taken_out import shown_part
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, reason_text, say, state_text
from bot.core.record.steps import FORECASTS
from bot.core.screens.lines import service_names
from bot.core.screens.workshop.home import is_rehearsal
from bot.core.texts import Words
from bot.core.verdict import Verdict
from bot.core.workdays import known_zone

STANDING = ("opened", "closed", "overdue", "milestone", "milestone_on", *FORECASTS, "blocked")
FACTS = (
    "customer", "fm", "services", "licences", "pilot", "launch", "gaps", "at_risk", "unanswered", "check_in",
    "minutes", "updated",
)  # fmt: skip
REASONS = ("blocked", "times", "customers")
"""The columns of the tables, as keys of texts."""


class PortfolioTables:
    """How each workshop stands, what holds them up, and their key facts, in the reader's language."""

    def __init__(self, words: Words, new_rows: NewRows = in_memory) -> None:
        self._words = words
        self._factors: Sequence[str] = ()
        self._standing = new_rows()
        self._facts = new_rows()
        self._customers = defaultdict[str, list[str]](list)

    def add(self, picture: Picture) -> None:
        """One more workshop, but not a discarded one; nothing of it where something in it cannot be told."""
        if picture.engagement.status == "gone":
            return
        viewer, language = Viewer(picture, self._words), self._words.language
        standing, facts, reasons = shown_part(
            (_standing(viewer), _facts(viewer), blocked_by(viewer)), self._words
        )
        self._factors = [say(factor.name, language) for factor in picture.book.playbook.factors]
        self._standing.append(standing)
        self._facts.append(facts)
        for reason in reasons:
            self._customers[reason].append(_customer(viewer))

    def tables(self) -> tuple[PaperTable, ...]:
        """A table for each of the three."""
        words = self._words
        standing = (
            words("manager.customer"),
            words("manager.status"),
            *self._factors,
            *(words(f"manager.{key}") for key in STANDING),
        )
        facts = tuple(words(f"manager.{key}") for key in FACTS)
        return (
            PaperTable(words("manager.title"), standing, self._standing),
            self._reasons(),
            PaperTable(words("manager.facts"), facts, self._facts),
        )

    def _reasons(self) -> PaperTable:
        words = self._words
        found = sorted(self._customers.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        rows = tuple((reason, len(names), ", ".join(dict.fromkeys(names))) for reason, names in found)
        return PaperTable(words("manager.reasons"), tuple(words(f"manager.{key}") for key in REASONS), rows)


def blocked_by(viewer: Viewer) -> list[str]:
    """The reasons that people gave for gaps, risks and stuck actions, each as often as it was given."""
    book, language = viewer.book, viewer.language
    given = [
        one.voice.reason
        for one in viewer.picture.standings
        if one.verdict in (Verdict.GAP, Verdict.AT_RISK) and one.voice and one.voice.reason
    ]
    given += [item.reason for item in items(viewer.picture) if item.status == "stuck" and item.reason]
    return [reason_text(book, reason, language) for reason in given]


def next_milestone(viewer: Viewer) -> tuple[str, date] | None:
    """The next of answer-by date, pilot and launch, with its day; None where none of them lies ahead."""
    setup, today = viewer.engagement.setup, viewer.picture.facts.today.isoformat()
    answers = setup.answer_by
    if viewer.picture.finished or viewer.engagement.status != "running":
        answers = None
    named = (
        (answers, viewer.words("field.answer_by")),
        (setup.pilot, viewer.words("field.pilot")),
        (setup.launch, viewer.words("field.launch")),
    )
    ahead = sorted((day, title) for day, title in named if day and day >= today)
    return (ahead[0][1], date.fromisoformat(ahead[0][0])) if ahead else None


def _standing(viewer: Viewer) -> tuple[PaperCell, ...]:
    picture, words, engagement = viewer.picture, viewer.words, viewer.engagement
    plan = items(picture)
    from_answers = [item for item in plan if not item.id.startswith(OWN)]
    # An answer that became better closed a gap without anybody saying so.
    mended = {*engagement.mended} - {item.id for item in plan}
    verdicts = [picture.verdict(factor.id) for factor in viewer.book.playbook.factors]
    milestone = next_milestone(viewer)
    return (
        _customer(viewer),
        state_text(engagement.status, words, rehearsal=is_rehearsal(engagement)),
        *(f"{words(f'sign.{one}')} {words(f'verdict.{one}')}" for one in verdicts),
        len(from_answers) + len(mended),
        sum(item.closed for item in from_answers) + len(mended),
        sum(item.is_overdue(picture.facts.today) for item in plan),
        milestone[0] if milestone else None,
        milestone[1] if milestone else None,
        *(_day(getattr(engagement.overall, name)) for name in FORECASTS),
        ", ".join(dict.fromkeys(blocked_by(viewer))),
    )


def _facts(viewer: Viewer) -> tuple[PaperCell, ...]:
    picture, engagement = viewer.picture, viewer.engagement
    setup = engagement.setup
    verdicts = [one.verdict for one in picture.standings]
    given, series = engagement.minutes, engagement.check_in
    confirmed = max(given.confirmed.values()) if given and given.confirmed else None
    return (
        _customer(viewer),
        name_of(engagement, engagement.fm),
        ", ".join(service_names(viewer, setup.services)),
        setup.licences,
        _day(setup.pilot),
        _day(setup.launch),
        verdicts.count(Verdict.GAP),
        verdicts.count(Verdict.AT_RISK),
        picture.left,
        _local(series.next_due, setup.time_zone) if series and series.status == "on" else None,
        _local(confirmed, setup.time_zone),
        _local(engagement.updated, setup.time_zone),
    )


def _customer(viewer: Viewer) -> str:
    return viewer.engagement.setup.customer or viewer.words("record.untitled")


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _local(moment: str | None, time_zone: str) -> date | None:
    if moment is None:
        return None
    return datetime.fromisoformat(moment).astimezone(known_zone(time_zone)).date()
