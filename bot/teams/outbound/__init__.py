"""Sends to Teams: the connector and its faults, the outbox, the sweep's courier, the pace, the rosters."""
