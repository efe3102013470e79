"""The officers' pages of sorting."""
