"""`make bench` itself: a run of our bot alone, with a hundredth of the turns, comes to its end."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from tests.service.process import environment

_ROOT = Path(__file__).parents[2]
_SHORTLY = ("--only", "answer turn on", "--rounds", "2", "--share", "0.01")


async def test_a_short_benchmark_says_every_figure_and_writes_it_down(tmp_path: Path) -> None:
    written = tmp_path / "bench.json"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.bench", *_SHORTLY, "--json", str(written)),
        cwd=_ROOT,
        env=environment({}),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = (said.decode() for said in await process.communicate())
    assert process.returncode == 0, err
    found = json.loads(written.read_bytes())
    assert [len(one["turns_per_second"]) for one in found["contenders"]] == [2]
    for named in ("start to ready", "memory after the start", "memory after many turns"):
        assert named in out
        assert any(one["name"].startswith(named) for one in found["goals"])
    assert "due of 10,000 scheduled" in out.splitlines()[-1]
