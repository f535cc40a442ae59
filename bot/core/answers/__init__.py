"""Answers: one person's voice to a question, how many voices become one, and what an answer brings."""
