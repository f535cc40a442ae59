"""Waterfalls that carry a talk: they turn presses into core calls and back, and decide nothing."""
