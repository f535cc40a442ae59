"""The documents that people take away, as data, before they become files of any kind."""
