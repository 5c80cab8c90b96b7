"""What a line of a plan is, decided by a small trained model whose weights are part of the package."""
