"""Typed phrases, and what they mean."""
