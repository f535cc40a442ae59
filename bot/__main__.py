"""`python -m bot` is `ssat-bot`."""

import sys

from bot.cli import main

sys.exit(main())
