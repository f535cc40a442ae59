"""`python -m tests.checkins`: a year of check-ins under kills. Prints the counts.

Ends with 1 where one came twice or was lost, or more are unknown than killed processes sent at once."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.checkins.killed import run
from tests.checkins.year import FIRST
from tests.playbook_of_tests import book_of_tests


def main() -> int:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.checkins", description=__doc__)
    parser.add_argument("--weeks", type=int, default=52, help="default 52")
    parser.add_argument("--copies", type=int, default=3, help="workshops in each place, default 3")
    parser.add_argument("--every", type=int, default=4, help="a kill at every so many moments, default 4")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    until = FIRST + timedelta(weeks=options.weeks)
    with tempfile.TemporaryDirectory() as folder:
        work = run(
            book_of_tests(),
            Path(folder),
            until,
            copies=options.copies,
            every=options.every,
            seed=options.seed,
        )
        counts = asyncio.run(work)
    print(counts.table())  # noqa: T201
    return 0 if counts.good else 1


if __name__ == "__main__":
    sys.exit(main())
