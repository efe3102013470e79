"""The officers' pages about notices and messages."""
