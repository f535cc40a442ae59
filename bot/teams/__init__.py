"""The Teams edge: requests and tokens, the turn, commands and presses, files, sends, and the app package."""
