"""The turn as a transaction: read once, decide, commit once, answer; sends follow."""

import dialogs  # noqa: F401  # first of all: the SDK is loaded light by it
