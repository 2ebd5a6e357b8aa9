"""Rounds of random writes with random faults amid them, from a seed.

plan.py says what happens, run.py does it (proxy.py is its bad network), live/views.py and live/whole.py look at what is left.
"""
