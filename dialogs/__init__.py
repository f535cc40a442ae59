"""Waterfalls that carry a conversation: they turn presses into core calls and back, and decide nothing."""

from dialogs.sdk import load_sdk

load_sdk()
