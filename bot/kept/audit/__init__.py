"""The log of who took, read, deleted or changed what: beside the workshops, without answers."""
