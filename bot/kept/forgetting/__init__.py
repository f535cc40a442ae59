"""One person in all that is kept: forgetting them, and telling them what there is."""
