"""The steps from an empty database to this program's schema: ``make`` writes them, ``campaign.migrate`` runs them."""
