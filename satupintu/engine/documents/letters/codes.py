"""Where the code on a letter, with which anybody may ask whether it is genuine, is asked about."""


def address(site: str, code: str) -> str:
    """Where the code is asked about."""
    return f"{site.rstrip('/')}/periksa/{code}/"
