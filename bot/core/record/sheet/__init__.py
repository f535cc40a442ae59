"""The record sheet: what the FM takes to FTOP, composed of answers and acts alone."""
