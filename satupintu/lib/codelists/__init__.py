"""The code lists that files handed in are written with, one module a system: `bdt`, `register`.

Facts of the forms, written anew; the lists of one system never stand in for those of another (see `lib.codes`).
"""
