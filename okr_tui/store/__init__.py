"""Files and models: layout, reading, writing."""
