"""The book of acts: who did what when, written in the transaction of the act."""
