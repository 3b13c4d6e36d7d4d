"""One module per place: compose and handlers only."""
