"""Pure painters: from values to runs of styled cells. They know roles, not colours; widths, not widgets."""
