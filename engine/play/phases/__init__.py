"""The rules of procedure of each phase, one file for each."""
