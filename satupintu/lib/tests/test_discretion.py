"""The log tells where, never about whom."""

import logging
import sys

from satupintu.lib.discretion import Discreet

NIK = "7302034505900001"


def logged(message: str = "gagal") -> str:
    record = logging.LogRecord("uji", logging.ERROR, __file__, 1, message, None, sys.exc_info())
    return Discreet("%(levelname)s %(message)s").format(record)


def test_a_traceback_names_place_and_kind_but_not_the_value() -> None:
    try:
        int(f"NIK {NIK}")
    except ValueError:
        text = logged()
    assert text.startswith("ERROR gagal\n")
    assert "test_discretion.py" in text and "ValueError" in text
    assert NIK not in text


def test_what_led_to_it_is_told_as_discreetly() -> None:
    try:
        try:
            raise KeyError(NIK)
        except KeyError as first:
            raise RuntimeError(f"nama {NIK}") from first
    except RuntimeError:
        text = logged()
    assert text.index("KeyError") < text.index("RuntimeError")
    assert NIK not in text


def test_errors_that_led_to_each_other_are_told_once() -> None:
    first, second = KeyError(NIK), ValueError(NIK)
    first.__context__, second.__context__ = second, first
    try:
        raise first
    except KeyError:
        text = logged()
    assert text.count("KeyError") == text.count("ValueError") == 1


def test_a_record_without_an_exception_is_written_as_usual() -> None:
    record = logging.LogRecord("uji", logging.INFO, __file__, 1, "mulai", None, None)
    assert Discreet("%(message)s").format(record) == "mulai"
