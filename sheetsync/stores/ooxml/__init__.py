"""The parts of an .xlsx: changes the cells asked for and leaves every other byte alone."""
