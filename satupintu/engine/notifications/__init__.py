"""Notifications: notices inside the house, messages out of it. See README.md."""
