"""What `okr check` looks at beyond the shape of each file: one module per kind of question."""
