"""What one audience may see: secrets are removed here, in one place, and words are put on."""
