"""One function per thing a person can do: takes the workspace and arguments, returns a change."""
