"""The pages of the Bilan."""
