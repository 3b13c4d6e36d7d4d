"""The rules of alignment, one function each: what they need is a situation, what they find are alerts."""
