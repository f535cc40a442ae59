"""Engagements in the store, and the rows beside them: portfolios, what falls due, is unsent, was posted."""
