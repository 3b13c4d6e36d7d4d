"""Forms that open in place, below the row they are about."""
