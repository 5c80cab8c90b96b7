"""The migrations to this program's schema: ``make`` writes them, ``campaign.migrate`` runs them."""
