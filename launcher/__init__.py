"""What stands behind `./run`: environment, database, processes. Standard library only.

`launcher/provision.py` is the exception: it is run by the environment's own Python and speaks to PostgreSQL by psycopg.
"""
