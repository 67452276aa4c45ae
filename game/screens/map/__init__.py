"""The posture map."""
