"""The bot on this machine, tried by a person: in the Playground, or in the terminal."""
