"""Proofs over all answers that a playbook takes: verdicts for each, no question out of reach."""
