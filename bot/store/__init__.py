"""The store port made real: SQLite for one machine, Azure Table storage for many."""
