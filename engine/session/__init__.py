"""A session, and the file that keeps it."""
