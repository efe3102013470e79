"""Signing in: password, second factor, sessions, and under which appointment one works.

`routes.urls` belongs into the desk's namespace, `routes.account_urls` beside it without one.
"""
