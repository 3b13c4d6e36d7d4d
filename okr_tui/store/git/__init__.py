"""A workspace in a git repository: asked with distrust, merged by tables, shared without touching anything else."""
