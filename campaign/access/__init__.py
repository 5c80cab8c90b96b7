"""Who may sit at the desk: accounts, ways to sign in, sessions, one-time links."""
