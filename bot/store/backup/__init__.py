"""Backup and restore: every row of a store in one file, and back into an empty store of either kind."""
