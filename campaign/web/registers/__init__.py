"""The registers, a module each with its forms and routes: people, groups, rooms, days off, rules, texts, users."""
