"""The measures of a session, running or finished: facts for the room to talk about, never one score."""
