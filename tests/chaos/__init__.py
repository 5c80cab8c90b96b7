"""Workers that are killed in the middle of their work, and a judge that trusts only what the mail server wrote down."""
