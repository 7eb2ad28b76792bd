"""The report: its content once as plain data, and a writer for each kind of file."""
