"""`python -m tests.chaos`: random workshops of three people on two bots that are killed and troubled.

Prints what happened; ends with 1 where something was lost, doubled or changed by somebody else.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.chaos.run import Plan, run
from tests.ports.azurite import running_azurite


def main() -> int:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--turns", type=int, default=Plan.turns, help=f"default {Plan.turns}")
    parser.add_argument("--seed", type=int, default=Plan.seed, help=f"default {Plan.seed}")
    parser.add_argument("--store", choices=["azurite", "sqlite"], default="azurite")
    parser.add_argument("--patient", action="store_true", help="wait the lease of pending sends out")
    options = parser.parse_args()
    plan = Plan(turns=options.turns, seed=options.seed, patient=options.patient)
    # The proxy breaks connections on purpose; its server would print a traceback for each.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        azurite = None
        if options.store == "azurite":
            try:
                azurite = stack.enter_context(running_azurite(folder))
            except FileNotFoundError as missing:
                print(missing, file=sys.stderr)  # noqa: T201
                return 1
        counts = asyncio.run(run(plan, folder, azurite))
    print(counts.table())  # noqa: T201
    return 0 if counts.good else 1


if __name__ == "__main__":
    sys.exit(main())
