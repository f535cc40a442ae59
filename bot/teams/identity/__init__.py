"""Identity both ways: requests checked at the door with the signing keys, and the bot's own token."""
