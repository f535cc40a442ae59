"""Files for an FM: made, offered by a consent card, put where the person allows."""
