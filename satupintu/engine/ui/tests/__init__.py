"""Tests of the HTML kit."""
