"""Sends to Teams: the port, the connector, the ordered queue, its pace."""
