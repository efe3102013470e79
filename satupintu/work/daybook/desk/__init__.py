"""The officers' pages of the book: the day's sheet, and visits."""
