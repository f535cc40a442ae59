"""Places as people name them: the states of countries, and time zones."""
