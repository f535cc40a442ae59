"""The answers as a table (csv) in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COLUMNS = (
    "engagement", "customer", "question", "factor", "service", "verdict", "value", "reason",
    "handed_to", "confirmed", "by_tenant", "by_id", "by_name", "at", "playbook_version",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_csv(documents: Sequence[dict[str, Any]]) -> str:
    """One row a person, question and service, over all engagements."""
    return csv_lines([COLUMNS, *answer_rows(documents)])


def csv_lines(rows: Iterable[Sequence[object]], separator: str = ",") -> str:
    """Rows as lines of a table, every cell harmless."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def answer_rows(documents: Sequence[Mapping[str, Any]]) -> list[list[object]]:
    """The rows of the table, as they were said."""
    return [_row(document, answer) for document in documents for answer in document["answers"]]


def harmless(cell: object) -> str:
    """A cell as text that a spreadsheet shows and never computes."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(document: Mapping[str, Any], answer: dict[str, Any]) -> list[object]:
    by = answer["by"]
    plain = answer["value"]
    value = json.dumps(plain, ensure_ascii=False) if len(plain) != 1 else _single(next(iter(plain.values())))
    own = [answer[name] for name in ("question", "factor", "service", "verdict")]
    rest = [answer[name] for name in ("reason", "handed_to", "confirmed")]
    return [
        document["id"], document["customer"], *own, value, *rest,
        by["tenant"], by["id"], by["name"], answer["at"], answer["playbook_version"],
    ]  # fmt: skip


def _single(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return str(value.get("name", "")) if isinstance(value, dict) else str(value)
