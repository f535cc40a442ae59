"""Presses of cards, a file a feature; `table.py` puts them together."""
