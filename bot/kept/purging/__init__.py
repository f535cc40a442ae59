"""Deleting whole workshops: what has stood long enough, and what concerned one person alone."""
