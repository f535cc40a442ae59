"""What is kept in the store: workshops, what falls due, what must still be sent, what was posted."""
