"""Disks that are full."""

import pathlib
import random
import time

from load import posting, run
from parts import Postgres, wait_for
from place import health


def fill(folder):
    """Takes all the room that is left, and again what is freed meanwhile."""
    path = pathlib.Path(folder) / "filler"
    with open(path, "ab", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass
    return path


def mount(place, folder, megabytes):
    pathlib.Path(folder).mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder)
    place.mounted.append(folder)


def full_disk(place, full):
    times = 5 if full else 1
    data = place.folder / "small"
    mount(place, data, 4)
    data.chmod(0o700)
    server = place.server(data=data)
    place.load.serve([server])
    fill_times(place, times, data, [server], lambda: None)
    return f"{times} × a full disk of the embedded server"


def full_database(place, full):
    times = 3 if full else 1
    small = place.folder / "small"
    mount(place, small, 110)
    small.chmod(0o755)
    database = Postgres(small / "database", ["min_wal_size=32MB", "max_wal_size=32MB"])
    place.parts.append(database)
    address = place.ledger(database.make().start())
    servers = [place.server(address), place.server(address)]
    place.load.serve(servers)

    def again():
        # It ends itself where it cannot write its log ahead.
        if database.process.poll() is not None:
            database.start()

    fill_times(place, times, small, servers, again)
    return f"{times} × a full disk of PostgreSQL"


def fill_times(place, times, folder, servers, again):
    for _ in range(times):
        place.load.burst(30)
        time.sleep(random.uniform(0.05, 0.3))
        filler = fill(folder)
        place.load.burst(30)
        if not wait_for(lambda: health(servers[0]) != 200):
            posting.wrong.append("the server is well on a full disk")
        filler.unlink()
        again()
        wait_for(lambda: all(health(server) == 200 for server in servers))
    place.load.settle()
