"""The worker: runs jobs, revives those of dead workers, and outlives the database for a while."""

import asyncio
import logging
import os
import signal
import threading
from typing import Any

from asgiref.sync import sync_to_async
from django.db import DatabaseError, close_old_connections, connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector

from satupintu.engine.jobs.stalled import BEAT, SILENT_FOR, revive

log = logging.getLogger(__name__)

POLL = 1.0
"""Seconds between two looks into the queue when nobody calls (LISTEN/NOTIFY does, unless a pooler stands between)."""
GRACE = 7.0
"""Seconds that running jobs get when the worker is told to stop; what does not end by then is run again by another."""
LAST = 9.0
"""Seconds after which a worker that was told to stop is gone, whatever its jobs do."""
BETWEEN_TRIES = 2.0
"""Seconds to wait for a database that does not answer."""


class Worker:
    """Runs ``concurrency`` jobs at once until ``stop``; with ``until_empty`` only until the queue is empty."""

    def __init__(self, concurrency: int = 2, *, until_empty: bool = False) -> None:
        self.concurrency = concurrency
        self.until_empty = until_empty
        self.stopping = asyncio.Event()

    async def run(self) -> None:
        """Work. A database that goes away is waited for; whatever else breaks is logged with its place, and work goes on."""
        self._obey_signals()
        while not self.stopping.is_set():
            try:
                await self._work()
            except Exception as problem:
                if self.until_empty:
                    raise
                away = isinstance(problem, ConnectorException | DatabaseError | OSError)
                log.warning("cut off (%s); trying again", type(problem).__name__, exc_info=not away)
            if self.until_empty:
                return
            await self._pause(BETWEEN_TRIES)

    def stop(self) -> None:
        """Take no more jobs, let the running ones end, and be gone within ten seconds."""
        self.stopping.set()
        last = threading.Timer(LAST, os._exit, [0])
        last.daemon = True
        last.start()

    def _obey_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self.stop)

    async def _work(self) -> None:
        """Work until told to stop, or until the connection is lost.

        The queue is read by connections of its own; what a job itself puts off goes through Django's connection,
        and so belongs to the job's transaction.
        """
        async with app.with_connector(connector()).open_async() as ready:
            work = asyncio.create_task(
                ready.run_worker_async(
                    concurrency=self.concurrency,
                    wait=not self.until_empty,
                    listen_notify=not through_a_pooler(),
                    fetch_job_polling_interval=POLL,
                    update_heartbeat_interval=BEAT,
                    stalled_worker_timeout=SILENT_FOR,
                    shutdown_graceful_timeout=GRACE,
                    delete_jobs="successful",
                    install_signal_handlers=False,
                )
            )
            told, watch = asyncio.create_task(self.stopping.wait()), asyncio.create_task(_keep_reviving())
            try:
                await asyncio.wait({work, told, watch}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in (told, watch, work):
                    task.cancel()
                answers = await asyncio.gather(work, watch, return_exceptions=True)
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.stopping.wait(), seconds)
        except TimeoutError:
            return


async def _keep_reviving() -> None:
    while True:
        await sync_to_async(_revive_in_a_fresh_connection)()
        await asyncio.sleep(SILENT_FOR / 4)


def _revive_in_a_fresh_connection() -> None:
    close_old_connections()
    try:
        if found := revive():
            log.warning("%d jobs of a silent worker are queued again", found)
    finally:
        close_old_connections()


def connector() -> PsycopgConnector:
    """The queue's own connections: the same database and the same role as everything else."""
    settings: dict[str, Any] = connection.get_connection_params()
    for of_django in ("cursor_factory", "context"):
        settings.pop(of_django, None)
    return PsycopgConnector(kwargs=settings, min_size=1, max_size=4, timeout=10.0)


def through_a_pooler() -> bool:
    """Whether a pooler stands before the database, so that LISTEN would wait for nothing."""
    return bool(connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"))
