"""sheetsync reads a call log, says which calls were great conversations and why, and writes it back."""

__version__ = "0.1.0"
