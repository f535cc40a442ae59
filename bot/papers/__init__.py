"""Papers as files: what the core says as data becomes md, docx, xlsx or ics. Libraries load at first use."""
