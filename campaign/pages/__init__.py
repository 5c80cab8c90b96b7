"""What the public pages show, as frozen values and geometry."""
