"""Who knocks and who we are: the door, the signing keys, our own token."""
