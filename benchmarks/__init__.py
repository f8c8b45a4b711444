"""Measurements of Wireroom, each a small table with the machine and versions it ran on."""
