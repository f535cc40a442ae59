"""The summary of the workshop: readiness by factor and service, the worst first, the next step."""

from __future__ import annotations

from bot.core.screens.workshop.summary import ReadinessRow, SummaryScreen
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._buttons import action_sets, rows
from cards._card import card
from cards._findings import finding_blocks, finding_lines
from cards._kit import (
    Bar,
    Container,
    Element,
    HorizontalBar,
    InnerCard,
    RichTextBlock,
    ShowCard,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from cards._progress import verdict_run, verdict_word
from cards._text import heading, line, para, run, strong, subheading

_BAR_COLORS = {
    Verdict.READY: "good",
    Verdict.ON_COURSE: "categoricalBlue",
    Verdict.AT_RISK: "warning",
    Verdict.GAP: "attention",
}
_SERVICE_LIMIT = 9
_SHARES = (45, 29, 26)
"""Of the width: on a phone the longest word of each column fits."""
_NO_BREAK = "\u00a0"


def render(screen: SummaryScreen, words: Words) -> dict[str, object]:
    """The matrix with its details, the counts as chart and text, and what to start with."""
    title = words("summary.title" if screen.finished else "summary.so_far")
    body: list[Element] = [
        heading(title),
        line(strong(screen.customer, size="Medium"), spacing="None"),
        *([para(screen.result)] if screen.result else []),
        _matrix(screen.rows, words),
        *action_sets(rows([_details(row, words) for row in screen.rows])),
        subheading(words("summary.worst")),
    ]
    body += finding_blocks(screen.worst, words) if screen.worst else [para(words("summary.fine"))]
    if screen.offers:
        body += [subheading(words("next.offers")), line(run(", ".join(screen.offers)))]
    if screen.counts:
        body += [subheading(words("summary.counts")), _counts(screen, words), _chart(screen, words)]
    return card(words, body, screen.buttons, screen.stamp, wide=True, as_of=screen.as_of)


def _matrix(factors: tuple[ReadinessRow, ...], words: Words) -> Table:
    head = [_cell(line(strong(words(f"summary.{key}")))) for key in ("factor", "verdict", "concerned")]
    lines = [
        TableRow(
            cells=(
                _cell(line(run(row.name))),
                _cell(line(verdict_run(row.verdict, words))),
                _cell(line(run(_concerned(row, words), size="Small"))),
            )
        )
        for row in factors
    ]
    return Table(
        columns=[TableColumn(width=share) for share in _SHARES],
        rows=[TableRow(cells=head), *lines],
        first_row_as_header=True,
        fallback=Container(items=[_as_line(row, words) for row in factors]),
    )


def _cell(text: RichTextBlock) -> TableCell:
    return TableCell(items=(text,))


def _concerned(row: ReadinessRow, words: Words) -> str:
    """The services that are worse than ready, with their sign where it is another than the factor's."""
    services = [
        name if verdict is row.verdict else f"{words(f'sign.{verdict}')}{_NO_BREAK}{name}"
        for name, verdict in row.concerned[:_SERVICE_LIMIT]
    ]
    return ", ".join(services) or words("summary.nothing")


def _as_line(row: ReadinessRow, words: Words) -> RichTextBlock:
    return line(strong(f"{row.name}: "), verdict_run(row.verdict, words), run(f" · {_concerned(row, words)}"))


def _details(row: ReadinessRow, words: Words) -> ShowCard:
    found: list[Element] = list(finding_lines(row.findings, words)) or [para(words("summary.no_details"))]
    inner = InnerCard(body=[line(strong(words("card.details_of", name=row.name))), *found])
    return ShowCard(title=row.name, card=inner)


def _counts(screen: SummaryScreen, words: Words) -> RichTextBlock:
    return line(
        run(" · ".join(f"{verdict_word(verdict, words)}: {count}" for verdict, count in screen.counts))
    )


def _chart(screen: SummaryScreen, words: Words) -> HorizontalBar:
    """The counts as bars; the text before it says the same, so nothing stands in where it is not drawn."""
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
