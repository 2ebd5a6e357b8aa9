"""What a worker process of `postil serve` runs: the application, for as long as the server that started it lives."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import socket
from threading import Thread
from time import sleep

from postil import config
from postil.app import create_app
from postil.gateway import Gateway

log = logging.getLogger("postil.worker")

#: Seconds after which a client that takes nothing of its answer is left, whatever the answer.
UNREAD = 15


def create() -> Gateway:
    Thread(target=_end_with_server, name="postil-parent", daemon=True).start()
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
        Thread(target=_leave_who_does_not_read, name="postil-unread", daemon=True).start()
    settings = config.from_environment()
    return Gateway(create_app(settings), settings.threads)


def _end_with_server() -> None:
    """A server that was killed ends nobody: its workers would hold the port, and the next `postil serve` could not have it.

    At once, amid a request too: what was not answered is asked again, and what was answered is stored.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _leave_who_does_not_read() -> None:
    """A connection whose client takes nothing ends (RFC 5482): else its answers stay in memory, and its place is taken.

    Set on the listening socket, whose options those that it accepts inherit. Granian has no setting for it, and opens the socket soon after
    this process has begun.
    """
    for _ in range(200):
        if any(_sets_it_on(int(name)) for name in os.listdir("/proc/self/fd")):
            return
        sleep(0.05)
    log.warning("clients that do not read their answers keep their connections: no listening socket was found")


def _sets_it_on(number: int) -> bool:
    """Where this open file is a listening TCP socket; else nothing is done, and False."""
    with contextlib.suppress(OSError):  # closed meanwhile, or no socket
        found = socket.socket(fileno=number)
        try:
            if found.family in (socket.AF_INET, socket.AF_INET6) and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD * 1000)
                return True
        finally:
            found.detach()  # it is Granian's, who closes it
    return False
