"""Small workbooks of our own making, each named for the one thing that it holds."""
