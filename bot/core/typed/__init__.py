"""Typed words: what a text means as an answer. Pure; sends and saves nothing."""
