"""Databases as released versions left them, and the upgrade from each to today's schema."""
