"""The briefing: a sheet of paper that unfolds while somebody comments it."""
