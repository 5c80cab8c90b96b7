"""The outbox: messages as rows, claims, and the loop that delivers them."""
