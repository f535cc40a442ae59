"""The store on SQLite, for one machine."""
