"""Rounds of random writes with random faults amid them, from a seed.

plan.py says what happens, run.py does it (proxy.py is its bad network, browser.py and browser.js are the extension's far end in a process
that dies), live/ has those who write and read, and looks at what is left.
"""
