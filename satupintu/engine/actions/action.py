"""``@action``: a verb, an actor, a right, a transaction, once only."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.db import models, transaction

from satupintu.engine.actions import once
from satupintu.engine.actions.errors import Conflict, Refused
from satupintu.engine.actions.gate import Actor, admit

Answer = TypeVar("Answer")

ACTIONS: dict[str, Callable[..., Any]] = {}
"""Every action of the house by its verb; the laws walk through it."""


def action(verb: str) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Make a function the one way to do ``verb``.

    The function takes its subject first (a saved row, if there is one) and the actor as ``by``. Callers may add
    ``key``, which makes the action happen once however often it is sent, and ``seen``, the version of the subject
    that the actor looked at. The body gets the subject fresh and locked.

    Raises Refused (no right, or the subject is not to be seen), Conflict (``seen`` is no longer the version), and
    whatever the body raises; nothing is then changed.
    """

    def decorate(body: Callable[..., Answer]) -> Callable[..., Answer]:
        @wraps(body)
        def act(*args: Any, by: Actor, key: str | None = None, seen: int | None = None, **rest: Any) -> Answer:
            with transaction.atomic():
                admit(verb, by, None)
                if key is not None:
                    done = once.claim(key, verb, by)
                    if done is not None:
                        return cast(Answer, once.recall(done))
                args = _locked(args)
                subject = args[0] if args else None
                admit(verb, by, subject)
                _same_version(subject, seen)
                answer = body(*args, by=by, **rest)
                if key is not None:
                    once.remember(key, answer)
                return answer

        if verb in ACTIONS and ACTIONS[verb].__qualname__ != act.__qualname__:
            raise RuntimeError(f"two actions for {verb}")
        act.verb = verb  # type: ignore[attr-defined]
        ACTIONS[verb] = act
        return act

    return decorate


def _locked(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """Replace a saved subject by its fresh, locked row; one behind a wall does not exist."""
    if not args or not isinstance(args[0], models.Model) or args[0].pk is None:
        return args
    model = type(args[0])
    fresh = model._default_manager.select_for_update(of=("self",)).filter(pk=args[0].pk).first()
    if fresh is None:
        raise Refused("Data ini tidak ditemukan.")
    return (fresh, *args[1:])


def _same_version(subject: object, seen: int | None) -> None:
    if seen is not None and getattr(subject, "version", seen) != seen:
        raise Conflict("Petugas lain sudah mengubah data ini sejak Anda membukanya.", current=subject)
