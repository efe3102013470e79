"""The officers' pages about areas: looking them up, and adopting the next edition."""
