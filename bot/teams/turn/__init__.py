"""The turn as a transaction: read once, decide, commit once, answer; sends follow."""
