"""The setup: what the FM settles before the first question, and the workshop as a whole."""
