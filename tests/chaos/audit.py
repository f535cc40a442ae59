"""Compares what the store holds and the threads show with what people were told."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.answers.rows import VOICE_ROW
from bot.core.engagement import Engagement
from bot.core.keys import split_ask_key
from bot.core.ports import Row, Store, Table
from bot.core.step import LOG_ROW
from bot.kept.state.row import STATE_ROW, read_state
from tests.chaos.counts import Counts
from tests.chaos.presses import ACKNOWLEDGED, REFUSED, Key, Press, misfit
from tests.chaos.saying import Saying, kept
from tests.chaos.workshops import Table as Workshop
from tests.playbook_of_tests import texts_of_tests
from tests.service.card import actions, card_of, texts

_KINDS = ("answer", "planned", "handed", "not_applicable", "skipped")
By = tuple[str, Key]
"""An object id and what was asked."""


@dataclass(frozen=True)
class Kept:
    """What the store holds of one workshop."""

    engagement: Engagement
    voices: int
    history: Mapping[By, Sequence[Saying]]


async def read(store: Store, engagement: Mapping[str, Any]) -> Kept:
    """The workshop of an exported engagement; every voice with those that it replaced, oldest first."""
    key = engagement["id"]
    state = await store.get(Table.ENGAGEMENTS, key, STATE_ROW)
    assert state is not None
    log = await store.query(Table.ENGAGEMENTS, key, LOG_ROW)
    voices = await store.query(Table.ENGAGEMENTS, key, VOICE_ROW)
    return Kept(read_state(state), len(voices), _history(engagement["answers"], log))


def _history(answers: Iterable[Mapping[str, Any]], log: Sequence[Row]) -> dict[By, list[Saying]]:
    found: dict[By, list[Saying]] = defaultdict(list)
    kinds: dict[By, list[str]] = defaultdict(list)
    for row in log:
        if row.columns["what"] not in _KINDS:
            continue
        by = str(row.columns["by"]).partition("/")[2], split_ask_key(str(row.columns["ask"]))
        kinds[by].append(str(row.columns["what"]))
        if row.columns["before"]:
            before = json.loads(str(row.columns["before"]))
            kind = before["kind"] if before["by"] == row.columns["by"] else "foreign"
            found[by].append(kept(kind, before.get("fields", {}), before.get("reason")))
    for answer in answers:
        by = answer["by"]["id"], (answer["question"], answer["service"])
        # Without a line in the log nobody said it.
        kind = kinds[by][-1] if kinds[by] else "foreign"
        found[by].append(kept(kind, answer["value"], answer["reason"]))
    for by, said in kinds.items():
        if len(found[by]) != len(said):
            found[by].append(Saying("without a row", frozenset()))
    return found


def compare(workshop: Workshop, exported: Mapping[str, Any], store: Kept, counts: Counts) -> None:
    """Count what was acknowledged, and what of it is lost, doubled or changed by somebody else's press."""
    keys = [(row["question"], row["service"], row["by"]["id"]) for row in exported["answers"]]
    counts.doubled += len(keys) - len(set(keys))
    if store.voices != len(keys):
        counts.wrong.append(f"{store.voices} rows of voices for {len(keys)} answers")
    everybody = {player.id: player.presses_made for player in workshop.people}
    asked = {(by, press.key) for by, presses in everybody.items() for press in presses if press.key}
    known = workshop.room.entered | _said(everybody)
    for by, key in {*store.history, *asked}:
        mine = [press for press in everybody.get(by, []) if press.key in (key, None)]
        _judge(by, key, store.history.get((by, key), []), mine, known, counts)
    for presses in everybody.values():
        states = Counter(press.state for press in presses if press.key)
        counts.acknowledged += states[ACKNOWLEDGED]
        counts.refused += states[REFUSED]
        counts.unclear += states.total() - states[ACKNOWLEDGED] - states[REFUSED]


def _judge(
    by: str,
    key: Key,
    history: Sequence[Saying],
    mine: Sequence[Press],
    known: set[str],
    counts: Counts,
) -> None:
    found = misfit(history, mine)
    if not found.total:
        if made_up := {value for said in history for _, value in said.begins().values} - known:
            counts.foreign += 1
            counts.wrong.append(f"{by} at {key}: nobody said {made_up}")
        return
    counts.lost += found.lost
    unexplained = [said for said in history if not any(press.says(said) for press in mine)]
    foreign = min(found.extra, len(unexplained))
    counts.foreign += foreign
    counts.doubled += found.extra - foreign
    pressed = "; ".join(f"{press.saying} {press.state}" for press in mine)
    counts.wrong.append(f"{by} at {key}: {found}\n  stored {list(history)}\n  pressed {pressed}")


def _said(everybody: Mapping[str, Sequence[Press]]) -> set[str]:
    """The values that anybody pressed or typed: an answer may be prefilled with that of another question, as
    with what was entered in the setup."""
    known = set[str]()
    for press in (press for presses in everybody.values() for press in presses):
        if isinstance(press.saying, str):
            known.add(",".join(sorted(press.saying.split(","))))
        else:
            known |= {value for _, value in press.saying.begins().values}
    return known


def final_values(workshop: Workshop, exported: Mapping[str, Any], counts: Counts) -> None:
    """Long texts, of which the log holds the beginning, stand in the export as a whole."""
    said = {
        (player.id, press.key, press.saying.values)
        for player in workshop.people
        for press in player.presses_made
        if isinstance(press.saying, Saying)
    }
    for row in exported["answers"]:
        values = kept("", row["value"], row["reason"]).values
        long = any(len(value) > 200 for _, value in values)
        if long and (row["by"]["id"], (row["question"], row["service"]), values) not in said:
            counts.wrong.append(f"{row['question']}: a long text is not what was entered")


def due_cards(store: Kept) -> list[str]:
    """The result cards and the summary that a thread must show."""
    return [*store.engagement.closed_factors, *(["summary"] if store.engagement.summary_posted else [])]


def posted_cards(workshop: Workshop, names: Mapping[str, Sequence[str]]) -> Counter[str]:
    """How often each result card (by factor) and the summary were posted. `names` are the factors'."""
    found: Counter[str] = Counter()
    where = texts_of_tests().titles("result.where")
    for one in workshop.room.connector.sent:
        card = card_of(one.activity) if one.conversation.startswith(workshop.room.id) else None
        if card is None or one.kind == "update":
            continue
        read = texts(card)
        if any(line in read for line in where):
            found.update(
                factor for factor, titles in names.items() if any(f"\n{t}: " in read for t in titles)
            )
        elif _is_summary({action["data"]["action"] for action in actions(card)}):
            found["summary"] += 1
    return found


def _is_summary(buttons: set[str]) -> bool:
    """The workshop card of a finished workshop leads to the next steps, too."""
    return "next_steps" in buttons and "lead" not in buttons


def count_cards(due: Iterable[str], posted: Counter[str], counts: Counts) -> None:
    """Once, twice, more often, or missing."""
    for card in due:
        counts.cards["due"] += 1
        counts.cards["once"] += posted[card] == 1
        counts.cards["twice"] += posted[card] == 2
        counts.cards["more"] += posted[card] > 2
        counts.cards["missing"] += posted[card] == 0
