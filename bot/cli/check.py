"""`ssat-bot check`: settings and playbook, every fault with file, line and field, all at once; what an entry
says in the end; the schema that editors complete with."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.cli.configured import Configured, configured
from bot.core.playbook.model.schema import playbook_schema
from bot.core.playbook.overlay.layers import read_layers
from bot.core.playbook.overlay.showing import ids_of, shown_entry
from bot.core.playbook.source.faults import FileFault, PlaybookFaults, summed


def run(options: argparse.Namespace) -> int:
    """Print every fault to stderr, exit 1 if there is any; with --links also links that do not work. Warnings
    are printed, too, and are no faults. For machines all of it goes to standard output."""
    if options.schema:
        print(json.dumps(playbook_schema(), ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    found = configured(options.file)
    if options.show:
        return _show(found.path, options.show)
    dead: list[str] = []
    if found.playbook is not None and options.links:
        from bot.links import dead_links

        dead = asyncio.run(dead_links(found.playbook))
    if options.form == "json":
        print(json.dumps(_for_machines(found, dead), ensure_ascii=False, indent=1))  # noqa: T201
    else:
        _say(found, dead)
    return 1 if found.faults or dead else 0


def _say(found: Configured, dead: list[str]) -> None:
    warnings = (f"warning: {one}" for one in [*summed(found.advice), *found.unspoken])
    _to_stderr([*found.faults, *dead, *warnings])
    playbook = found.playbook
    if not found.faults and not dead and playbook is not None:
        counted = f"{len(playbook.questions)} questions, {len(playbook.resources)} resources"
        print(f"{os.fspath(found.path)}: in order ({counted}, {', '.join(playbook.languages)})")  # noqa: T201


def _show(path: Path, key: str) -> int:
    try:
        layers = read_layers(path)
    except PlaybookFaults as trouble:
        _to_stderr(trouble.lines())
        return 1
    _to_stderr(map(str, layers.source.faults))
    lines = shown_entry(layers, key)
    if not lines:
        near = difflib.get_close_matches(key, ids_of(layers), n=1)
        _to_stderr(
            [f"{path.name}: nothing has the id {key}" + (f"; did you mean {near[0]}?" if near else "")]
        )
        return 1
    print(*lines, sep="\n")  # noqa: T201
    return 0


def _for_machines(found: Configured, dead: list[str]) -> dict[str, Any]:
    beside = [_in_no_file(one) for one in [*found.of_settings, *dead]]
    return {
        "playbook": os.fspath(found.path),
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
