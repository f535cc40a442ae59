"""The playbook's file: read with line numbers, every fault with its place."""
