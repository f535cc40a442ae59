"""Links that are asked whether they still work, and what they answered, as it is kept."""
