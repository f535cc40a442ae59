"""What is missing for a good launch, factor by factor, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.papers.paper import PaperTable
from bot.core.parts import Finding
from bot.core.questions.verdicts import Standing
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import factor_lines, findings, room_line
from bot.core.verdict import Verdict

_LACKING = (Verdict.GAP, Verdict.AT_RISK)


def missing_table(viewer: Viewer, most: int) -> PaperTable:
    """Every factor with its verdict and what it lacks; of the other rooms those that lack something."""
    words, picture = viewer.words, viewer.picture
    columns = (words("summary.factor"), words("summary.verdict"), words("minutes.lacking"))
    rows = [
        (one.name, words(f"verdict.{one.verdict}"), _lacking(viewer, picture.of_factor(one.factor), most))
        for one in factor_lines(viewer)
    ]
    for room in viewer.book.playbook.rooms:
        mine = [
            one
            for one in picture.standings
            if one.ask.question.room == room.id and not one.ask.question.factor
        ]
        if any(one.verdict in _LACKING for one in mine):
            line = room_line(viewer, room.id, say(room.name, viewer.language), mine)
            rows.append((line.name, words(f"verdict.{line.verdict}"), _lacking(viewer, mine, most)))
    return PaperTable(words("minutes.missing"), columns, tuple(rows))


def _lacking(viewer: Viewer, mine: Sequence[Standing], most: int) -> str:
    """The gaps one after the other, the worst first; without any, how it stands."""
    words = viewer.words
    gaps = [_gap(viewer, one) for one in findings(viewer, [one for one in mine if one.verdict in _LACKING])]
    if gaps:
        return " ".join((*gaps[:most], *_more(viewer, len(gaps) - most)))
    if not mine:
        return ""
    open_ones = sum(not viewer.picture.settled(one.ask) for one in mine)
    if open_ones:
        return words(
            "minutes.unanswered.one" if open_ones == 1 else "minutes.unanswered.many", count=open_ones
        )
    return words("minutes.complete")


def _more(viewer: Viewer, count: int) -> list[str]:
    if count <= 0:
        return []
    return [viewer.words("minutes.more_gaps.one" if count == 1 else "minutes.more_gaps.many", count=count)]


def _gap(viewer: Viewer, one: Finding) -> str:
    sentence = one.sentence or f"{one.title}."
    if one.general:
        sentence = f"{one.title}: {sentence}"
    if not one.reason:
        return sentence
    return viewer.words("minutes.because", what=sentence.rstrip("."), reason=one.reason)
