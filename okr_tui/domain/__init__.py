"""What OKRs are: models and pure functions; no I/O, no clock, no text for people."""
