"""The file formats a plan arrives in: each module turns the bytes of one of them into lines of text."""
