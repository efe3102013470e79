"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id at the OWASP minimum of 2026: 19 MiB of memory, two passes, one lane."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
