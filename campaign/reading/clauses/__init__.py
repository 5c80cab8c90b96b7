"""From clauses to proposals: what is asked for, its title, kind, date and sides."""
