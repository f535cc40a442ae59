"""The summary: each factor with the sentence that tells most, the first three steps, the rest folded."""

from __future__ import annotations

from bot.core.screens.workshop.summary import ReadinessRow, SummaryScreen
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._card import card
from cards._findings import finding_lines, finding_steps
from cards._kit import Bar, Container, Element, HorizontalBar, RichTextBlock
from cards._progress import band, verdict_run, verdict_word
from cards._text import faint, heading, label, line, para, run, strong, subheading
from cards._unfold import unfolding

_BAR_COLORS = {
    Verdict.READY: "good",
    Verdict.ON_COURSE: "categoricalBlue",
    Verdict.AT_RISK: "warning",
    Verdict.GAP: "attention",
}


def render(screen: SummaryScreen, words: Words) -> dict[str, object]:
    """The factors, what to start with, and a way to everything else; the chart stands there as a picture."""
    body: list[Element] = [
        heading(words("summary.title" if screen.finished else "summary.so_far")),
        line(strong(screen.customer, size="Medium"), spacing="None"),
        *([para(screen.result, spacing="Small")] if screen.result else []),
        *(_factor(row, words) for row in screen.rows),
        subheading(words("summary.worst")),
    ]
    unanswered = Verdict.UNKNOWN in dict(screen.counts)
    fine = words("summary.fine_so_far" if unanswered else "summary.fine")
    body += finding_steps(screen.worst, words) if screen.worst else [para(fine)]
    body += unfolding([(words("summary.rest"), _rest(screen, words))])
    return card(words, body, screen.buttons, screen.stamp, wide=True, as_of=screen.as_of)


def _factor(row: ReadinessRow, words: Words) -> Container:
    """A factor: its verdict, what makes it so, and the services where it stands otherwise."""
    lines = [line(strong(f"{row.name}: "), verdict_run(row.verdict, words))]
    lines.append(line(run(row.sentence), spacing="None"))
    if concerned := _concerned(row, words):
        lines.append(line(faint(concerned), spacing="None"))
    return band(row.verdict, *lines)


def _concerned(row: ReadinessRow, words: Words) -> str:
    by_verdict: dict[Verdict, list[str]] = {}
    for name, verdict in row.concerned:
        by_verdict.setdefault(verdict, []).append(name)
    return " · ".join(
        words("summary.concerned", services=", ".join(names), verdict=verdict_word(verdict, words))
        for verdict, names in by_verdict.items()
    )


def _rest(screen: SummaryScreen, words: Words) -> list[Element]:
    """Every finding by its factor, all questions by verdict, as a sentence and as a chart, and the offers."""
    found: list[Element] = []
    for row in screen.rows:
        if row.findings:
            found += [subheading(row.name), *finding_lines(row.findings, words)]
    if screen.counts:
        found += [subheading(words("summary.counts")), _counts(screen, words), _chart(screen, words)]
    if screen.offers:
        found.append(line(label(words("next.offered")), run(", ".join(screen.offers)), spacing="Medium"))
    return found


def _counts(screen: SummaryScreen, words: Words) -> RichTextBlock:
    return line(
        run(" · ".join(f"{verdict_word(verdict, words)}: {count}" for verdict, count in screen.counts))
    )


def _chart(screen: SummaryScreen, words: Words) -> HorizontalBar:
    """The counts as bars. The sentence before says the same, so that nothing stands in for them."""
    bars = [
        Bar(x=verdict_word(verdict, words), y=count, color=_BAR_COLORS.get(verdict, "neutral"))
        for verdict, count in screen.counts
    ]
    return HorizontalBar(
        title=words("summary.counts"),
        display_mode="AbsoluteNoAxis",
        data=bars,
        fallback="drop",
    )
