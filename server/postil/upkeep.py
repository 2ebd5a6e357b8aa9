"""What is done again and again while serving, in one process beside the workers that ends with the server."""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic, sleep

from peewee import PeeweeException

from postil import logs, refresh
from postil.config import Config
from postil.db import connect, database, empty_log
from postil.errors import PostilError
from postil.services import daily_backups, purge, purge_list

log = logging.getLogger("postil.upkeep")

HOUR = 60 * 60  # seconds

#: Seconds until one that ended is replaced, at first and at most, doubled each time: one that ends again and again costs little.
PAUSE, LONGEST_PAUSE = 2, 5 * 60

#: Seconds after which the end of one has nothing to do with the end of the one before.
LONG_LIFE = 10 * 60


@dataclass(frozen=True)
class Job:
    """`run` has no connection open, and says itself what went wrong: it is called again whatever came of it."""

    name: str
    every: float  # seconds from the beginning of one run to that of the next
    run: Callable[[Config], None]


def jobs(chosen: Config) -> list[Job]:
    found = [Job("purge", HOUR, _purge)]
    if chosen.backups:
        found.append(Job("backup", HOUR, _back_up))  # after the purge: what is gone for good stands in no new backup
    if chosen.refresh:
        found.append(Job("refresh", refresh.EVERY, refresh.once))
    return found


def start(chosen: Config) -> None:
    """Begin, before there is a connection or a thread that the process could inherit. One that is killed is replaced, as a worker is."""
    process = multiprocessing.Process(target=_run, args=(chosen,), name="postil-upkeep", daemon=True)
    process.start()
    Thread(target=_replace, args=(chosen, process), name="postil-upkeep", daemon=True).start()


def _replace(chosen: Config, process: BaseProcess) -> None:
    """For as long as the server lives. One that was told to end stays so: the whole service is being stopped."""
    logs.begin(chosen.log_level)
    pause: float = PAUSE
    while True:
        began = monotonic()
        process.join()
        if process.exitcode == -signal.SIGTERM:
            return
        if monotonic() - began >= LONG_LIFE:
            pause = PAUSE
        process, pause = _another(chosen, process.exitcode, pause)


def _another(chosen: Config, ended: int | None, pause: float) -> tuple[BaseProcess, float]:
    """The next process, begun as soon as the system has room for one, and the pause before the one after it."""
    anew = multiprocessing.get_context("spawn")  # the server has threads by now: a fork could inherit a lock that nobody gives back
    while True:
        sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
        process = anew.Process(target=_run, args=(chosen, ended), name="postil-upkeep", daemon=True)
        try:
            process.start()
        except OSError as error:
            log.warning("the process for upkeep could not be started (%s): it is tried again in %d seconds", error, pause)
        else:
            return process, pause


def _run(chosen: Config, ended: int | None = None) -> None:
    """`ended`: the exit code of the one whose place this takes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C reaches every process of the terminal; the server ends this one
    logs.begin(chosen.log_level)
    if ended is not None:
        log.warning("the process for upkeep ended by itself (exit code %d): another has taken its place", ended)
    database.initialize(connect(chosen.resolved_database_url, connections=1))
    purge_list.keep_in(chosen.data_dir)
    parent = multiprocessing.parent_process()
    assert parent is not None
    due = {job: monotonic() for job in jobs(chosen)}
    # Woken by the next job, or by the end of a server that was killed and could not end this process.
    while not wait([parent.sentinel], timeout=max(0, min(due.values()) - monotonic())):
        for job in [job for job, at in due.items() if at <= monotonic()]:
            due[job] = monotonic() + job.every
            job.run(chosen)


def _purge(chosen: Config) -> None:
    try:
        with database.connection_context():
            swept = purge.due()
            empty_log()  # what was deleted by others in the last hour, too
        if swept.notes:
            log.info("deleted %d notes for good that had lain in the trash for 30 days", swept.notes)
    except (PostilError, PeeweeException) as error:
        log.warning("not everything that is due was deleted for good: %s", error)


def _back_up(chosen: Config) -> None:
    try:
        with database.connection_context():
            made = daily_backups.make_due(chosen.backup_dir, chosen.backups)
        if made:
            log.info("made the daily backup %s", made)
    except (PostilError, PeeweeException, OSError) as error:
        log.warning(
            "no daily backup was made (%s): make room for it, or keep fewer or none (POSTIL_BACKUPS); it is tried again in an hour", error
        )
