"""Forms and their inputs, as every feature uses them."""
