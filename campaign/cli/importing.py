"""Filled in by branch people."""

COMMANDS = ()
