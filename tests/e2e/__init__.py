"""Postil as its users meet it: a real server, a real Chromium with the real extension, pages shaped like the real ones.

A package, so that the browser lives as long as these tests and no longer: see the scope of the fixtures in conftest.py.
"""
