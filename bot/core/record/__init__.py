"""The record: tasks, material shown, outcomes, notes, and the end of the workshop."""
