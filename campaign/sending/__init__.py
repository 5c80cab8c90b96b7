"""From a promise to a settled message: the outbox and the loop that empties it."""
