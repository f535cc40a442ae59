"""The minutes and the text to send."""
