"""open_store(): which store a target means."""
