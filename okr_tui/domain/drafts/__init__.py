"""The drafting coach: it looks at the words of objectives and key results, asks and explains, and never blocks."""
