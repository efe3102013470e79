"""The officers' pages about proposals, meetings and decrees."""
