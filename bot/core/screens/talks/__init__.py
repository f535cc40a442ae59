"""Talks that are offered, and their forms."""
