"""`ssat-bot doctor`: tries everything that the service needs, and says in a line each what to do."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.cli.doctor.finding import Finding
from bot.cli.doctor.tried import everything_tried


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing tried, what is wrong to stderr; exit 1 if anything is."""
    findings = asyncio.run(everything_tried())
    for one in findings:
        print(one.line(), file=sys.stderr if one.fails else sys.stdout, flush=True)
    return 1 if any(one.fails for one in findings) else 0


__all__ = ["Finding", "run"]
