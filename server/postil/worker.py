"""What a worker process of `postil serve` runs: the application, for as long as the server that started it lives."""

from __future__ import annotations

import multiprocessing
import os
from threading import Thread

from postil import config, door, figure_files, proxies
from postil.gateway import Gateway


def create() -> Gateway:
    Thread(target=_end_with_server, name="postil-parent", daemon=True).start()
    settings = config.from_environment()
    door.watch(settings.threads)
    figure_files.reserve()
    from postil.app import create_app  # it imports what counts in those files

    return Gateway(create_app(settings), settings.threads, proxies.networks(settings.trusted_proxies))


def _end_with_server() -> None:
    """A server that was killed ends nobody: its workers would hold the port, and the next `postil serve` could not have it.

    At once, amid a request too: what was not answered is asked again, and what was answered is stored.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
