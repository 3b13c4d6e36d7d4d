"""How fast `okr` is, measured as ratios, and the maker of big workspaces to measure it on."""
