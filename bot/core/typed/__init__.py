"""Typed words and what they mean: intents, numbers, days, choices."""
