"""Overlays: a file that says only in what it differs from another playbook."""
