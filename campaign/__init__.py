"""campaign: a public agency's yearly plan that runs itself."""
