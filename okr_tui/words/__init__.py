"""How things are said: languages, numbers, dates, statuses and their reasons."""
