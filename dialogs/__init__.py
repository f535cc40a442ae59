"""Waterfalls that carry a conversation: they turn presses into core calls and back, and decide nothing."""

from dialogs.sdk import load_dialogs

load_dialogs()
