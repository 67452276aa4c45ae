"""A session in play: commands, what they are allowed to do, and the phases of a round."""
