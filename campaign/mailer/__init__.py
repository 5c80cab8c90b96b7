"""Mail: the bytes of a letter and the wire that carries it."""
