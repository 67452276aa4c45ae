"""Screens that open over another."""
