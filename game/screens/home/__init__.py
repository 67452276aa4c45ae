"""From the first screen to the first round."""
