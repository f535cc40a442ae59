"""Activities that come again, and presses of which nobody knows yet what became of them."""
