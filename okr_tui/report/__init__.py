"""What leaves a workspace: Markdown for a meeting, a page, a table, an object for scripts."""
