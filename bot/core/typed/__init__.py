"""Typed words: what a text asks for, and what it means as an answer. Pure; sends and saves nothing."""
