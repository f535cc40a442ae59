"""What people take away, as data: what a document says, before it becomes a file of any kind."""
