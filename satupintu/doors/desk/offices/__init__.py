"""Pages of offices, staff and the working calendar: one file each."""
