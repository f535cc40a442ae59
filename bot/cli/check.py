"""`ssat-bot check`: settings and playbook, every fault with file, line and field, all at once; what an entry
says in the end; the schema that editors complete with."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.cli.configured import Configured, configured
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.model.schema import playbook_schema
from bot.core.playbook.overlay.layers import read_layers
from bot.core.playbook.overlay.showing import ids_of, shown_entry
from bot.core.playbook.source.faults import FileFault, PlaybookFaults, summed
from bot.settings import Settings


def run(options: argparse.Namespace) -> int:
    """Print every fault to stderr, exit 1 if there is any; with --links also links that do not work, and what
    they answered is written into the store. Warnings are printed, too, and are no faults. For machines all of
    it goes to standard output."""
    if options.schema:
        print(json.dumps(playbook_schema(), ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    found = configured(options.file)
    if options.show:
        return _show(found.paths, options.show)
    dead: list[str] = []
    if options.links:
        dead = asyncio.run(_asked(found.usable, found.settings))
    if options.form == "json":
        print(json.dumps(_for_machines(found, dead), ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _say(found, dead)
    return 1 if found.faults or dead else 0


async def _asked(playbooks: Iterable[Playbook], settings: Settings | None) -> list[str]:
    """A line for every link that does not work, and for a store that did not take the answers."""
    from bot.cli.opened import opened_store
    from bot.core.ports import StoreUnavailable
    from bot.links.asking import asked_links, faults_of
    from bot.links.kept import keep_answers

    answers = [answer for one in playbooks for answer in await asked_links(one, datetime.now(UTC))]
    dead = faults_of(answers)
    if settings is not None:
        try:
            async with opened_store(settings) as store:
                await keep_answers(store, answers)
        except (StoreUnavailable, OSError) as trouble:
            dead.append(f"what the links answered was not stored: {trouble}")
    return dead


def _say(found: Configured, dead: list[str]) -> None:
    warnings = (f"warning: {one}" for one in [*summed(found.advice), *found.unspoken])
    _to_stderr([*found.faults, *dead, *warnings])
    for path, playbook in zip(found.paths, found.playbooks, strict=True):
        if not found.faults and not dead and playbook is not None:
            counted = f"{len(playbook.questions)} questions, {len(playbook.resources)} resources"
            print(f"{os.fspath(path)}: in order ({counted}, {', '.join(playbook.languages)})")  # noqa: T201


def _show(paths: Sequence[Path], key: str) -> int:
    """Print the entry of each playbook that has one of this id."""
    missing: list[str] = []
    for path in paths:
        try:
            layers = read_layers(path)
        except PlaybookFaults as trouble:
            _to_stderr(trouble.lines())
            return 1
        _to_stderr(map(str, layers.source.faults))
        if lines := shown_entry(layers, key):
            print(*lines, sep="\n")  # noqa: T201
        else:
            near = difflib.get_close_matches(key, ids_of(layers), n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            missing.append(f"{path.name}: nothing has the id {key}{hint}")
    if len(missing) < len(paths):
        return 0
    _to_stderr(missing)
    return 1


def _for_machines(found: Configured, dead: list[str]) -> dict[str, Any]:
    beside = [_in_no_file(one) for one in [*found.of_settings, *dead]]
    return {
        "playbook": os.pathsep.join(map(os.fspath, found.paths)),
        "in_order": not found.faults and not dead,
        "faults": [*beside, *map(_as_data, found.of_files)],
        "warnings": [*(_as_data(one) for one in found.advice), *map(_in_no_file, found.unspoken)],
    }


def _in_no_file(message: str) -> dict[str, Any]:
    return {"file": None, "line": None, "where": "", "message": message}


def _as_data(fault: FileFault) -> dict[str, Any]:
    return {"file": fault.file, "line": fault.line, "where": fault.where, "message": fault.message}


def _to_stderr(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201
