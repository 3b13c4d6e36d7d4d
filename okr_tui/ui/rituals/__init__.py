"""Rituals on a shared screen: one step at a time, big, with its countdown, its view, votes and what is written down."""
