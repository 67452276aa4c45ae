"""Measures, never tests: each `bench_*.py` has `measure()`, which gives rows (what, ours, reference, ratio).

`make bench` prints them all; both sides of a ratio are measured in the same run.
"""
