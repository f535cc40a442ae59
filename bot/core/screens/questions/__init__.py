"""A question, and the forms beside it."""
