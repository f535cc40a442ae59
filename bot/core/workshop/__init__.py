"""The workshop as a whole: an event in, the next state and what follows from it out."""
