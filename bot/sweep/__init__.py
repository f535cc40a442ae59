"""What is sent by itself: the sweep that finds what is due, shares it with other instances, and sends it."""
