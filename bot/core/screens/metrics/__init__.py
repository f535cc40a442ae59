"""Metrics and their forms."""
