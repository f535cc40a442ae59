"""Typed text that is no command: what it may mean, the question it answers, what is said to the rest."""
