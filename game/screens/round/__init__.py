"""The screens of a round, one for each phase."""
