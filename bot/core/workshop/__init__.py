"""The workshop as a whole: an event comes in, the next state and its effects go out."""
