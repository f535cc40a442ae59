"""The commands that people can type, a file each. The list below is the whole of them.

A new command is a file with its `COMMAND`, its place in the list, and its texts (`command.<key>.*`): help,
the pick of a workshop and Teams' menus follow.
"""

from __future__ import annotations

from bot.teams.commands import (
    check_in,
    complete,
    export,
    forget_me,
    help,
    language,
    my_data,
    next_steps,
    plan,
    portfolio,
    resources,
    ssat,
    status,
    tasks,
)
from bot.teams.turn.command import Commands

_FILES = (
    ssat, next_steps, plan, check_in, status, resources, tasks, complete, portfolio, export,
    language, help, my_data, forget_me,
)  # fmt: skip
COMMANDS = Commands(one.COMMAND for one in _FILES)
"""In the order of help and of Teams' menus; these take only so many, so what is needed most stands first."""
