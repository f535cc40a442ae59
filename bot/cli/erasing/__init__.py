"""The commands that are about one person: forgetting them, and what is kept of them."""
