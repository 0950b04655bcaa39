"""classify(): the order of the rules and the once-per-prospect count."""
