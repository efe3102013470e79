"""Jobs: what is done later or by the clock. See README.md."""

from satupintu.engine.jobs.queue import every, job

__all__ = ["every", "job"]
