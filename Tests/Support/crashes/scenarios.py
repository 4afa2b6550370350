"""What is broken, each in a folder of its own, under load."""

import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from load import Load, posting, run
from parts import Postgres, Server, wait_for

here = pathlib.Path(__file__).resolve().parent
READER = "readiness_server"


class Place:
    """The servers, the load and the databases of a scenario, which end with it."""

    def __init__(self, folder, most):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        # Whoever runs PostgreSQL reaches its folder through this one.
        self.folder.chmod(0o755)
        self.load = Load(self.folder / "people", most)
        self.load.folder.mkdir()
        self.parts, self.mounted = [], []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for part in reversed(self.parts):
            part.stop()
        # The folder of the run could not be removed with a file system in it.
        for folder in self.mounted:
            subprocess.run(["umount", "--lazy", folder], check=True)

    def postgres(self, name="database", settings=()):
        part = Postgres(self.folder / name, settings)
        self.parts.append(part)
        return part

    def ledger(self, postgres):
        """Makes the tables, and returns the address for servers."""
        postgres.ask(f"CREATE ROLE {READER} LOGIN")
        postgres.ask("CREATE DATABASE ledger")
        run("readiness-server", "init-database", "--grant", "--database",
            f"postgresql://owner@/ledger?host={postgres.folder}")
        return f"postgresql://{READER}@/ledger?host={postgres.folder}"

    def server(self, address=None, variables=(), data=None):
        """The first server makes the key of the log; the others are given it."""
        servers = [part for part in self.parts if isinstance(part, Server)]
        data = pathlib.Path(data or self.folder / f"server-{len(servers)}")
        data.mkdir(mode=0o700, exist_ok=True)
        server = Server(data, address, variables)
        if servers:
            for name in ("log.key", "allowed_signers"):
                shutil.copy(servers[0].folder / name, data / name)
        else:
            self.load.prepare_list(data)
        self.parts.append(server)
        server.start()
        if not servers:
            self.load.begin(server)
        return server


def kill_servers(place, times, servers):
    """Each time, some of a burst is answered and the rest is under way."""
    place.load.serve(servers)
    for number in range(times):
        server = servers[number % len(servers)]
        before = place.load.acknowledged
        place.load.burst(24)
        some = random.randrange(24)
        end = time.monotonic() + 5
        while place.load.acknowledged < before + some and time.monotonic() < end:
            time.sleep(0.002)
        server.kill()
        server.start()
    place.load.settle()
    return f"{times} × kill -9 of a server"


def embedded(place, full):
    return kill_servers(place, 100 if full else 6, [place.server()])


def on_postgres(place, full):
    address = place.ledger(place.postgres().make().start())
    return kill_servers(place, 100 if full else 6, [place.server(address), place.server(address)])


def postgres_killed(place, full):
    times = 20 if full else 3
    database = place.postgres().make().start()
    address = place.ledger(database)
    place.load.serve([place.server(address), place.server(address)])
    for _ in range(times):
        place.load.burst(60)
        time.sleep(random.uniform(0.02, 0.3))
        database.kill()
        place.load.burst(20)
        database.start()
    place.load.settle()
    return f"{times} × kill -9 of PostgreSQL and its children"


def pair(place):
    """A primary that waits for its standby, and an address that names both."""
    settings = ["synchronous_standby_names=*", "hot_standby=on"]
    primary = place.postgres("one", settings).make()
    # Nothing waits before there is a standby.
    primary.settings = []
    primary.start()
    address = place.ledger(primary)
    standby = place.postgres("two", settings).copy(primary).start()
    primary.stop()
    primary.settings = settings
    primary.start()
    wait_for(lambda: primary.ask("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1")
    both = f"{primary.folder},{standby.folder}"
    return primary, standby, address.replace(f"host={primary.folder}", f"host={both}&target_session_attrs=read-write")


def promoted(place, full):
    """The primary is killed for good, and its standby goes on; then they change their places."""
    times = 4 if full else 1
    primary, standby, address = pair(place)
    place.load.serve([place.server(address), place.server(address)])
    for _ in range(times):
        place.load.burst(60)
        time.sleep(random.uniform(0.05, 0.3))
        primary.kill()
        place.load.burst(20)
        standby.promote()
        # Nothing is acknowledged before the new one has a standby itself.
        primary.copy(standby).start()
        primary, standby = standby, primary
    place.load.settle()
    return f"{times} × promotion of a synchronous standby"


def unconfirmed(place, full):
    """What a standby did not confirm is on the disk of the primary, and is seen there after a crash: it is
    not acknowledged to who asks again, and is gone once the standby is promoted."""
    times = 4 if full else 1
    primary, standby, address = pair(place)
    servers = [place.server(address), place.server(address)]
    place.load.serve(servers)
    for _ in range(times):
        place.load.burst(20)
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        receiver = wait_for(standby.receiver)
        os.kill(receiver, signal.SIGSTOP)
        place.load.burst(30)
        time.sleep(1)
        primary.kill()
        # The standby comes back to nobody; the primary has what it did not confirm.
        primary.start()
        time.sleep(4)
        primary.kill()
        # What lies unread in its socket is gone; all of the standby begins anew from its disk.
        os.kill(receiver, signal.SIGKILL)
        wait_for(lambda: standby.receiver() != receiver and standby.is_ready())
        standby.promote()
        primary.copy(standby).start()
        primary, standby = standby, primary
        wait_for(lambda: place.load.acknowledged == place.load.sent, 120)
    place.load.settle()
    return f"{times} × promotion behind a standby that lagged"


def cut(place, full):
    """Connections end between servers and database, and between clients and a server."""
    count = 2000 if full else 200
    database = place.postgres().make().start()
    address = place.ledger(database)
    proxy = place.folder / "proxy"
    proxy.mkdir()
    words = [here.parent / "cutting-proxy", database.folder / ".s.PGSQL.5432", proxy, "7"]
    cutting = subprocess.Popen(list(map(str, words)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    cutting.stdout.readline()
    through = address.replace(str(database.folder), str(proxy))
    servers = [place.server(through), place.server(through)]
    place.load.serve(servers)
    clients = 0
    while place.load.sent < count:
        place.load.burst(20)
        for number in range(1, 5):
            clients += 1
            begin_and_leave(servers[number % 2], place.load.bodies[place.load.sent - number], number / 4)
        wait_for(lambda: place.load.acknowledged > place.load.sent - 20)
    place.load.settle()
    # What is read afterwards is not cut.
    servers[0].kill()
    servers[0].address = address
    servers[0].start()
    before, after = cutting.communicate("")[0].split()[-2:]
    return f"{int(before) + int(after)} connections to PostgreSQL cut ({after} behind a batch), {clients} of clients"


def begin_and_leave(server, body, part):
    """Sends part of a request, or all of it, and does not wait for the answer."""
    head = (f"POST /api/statements HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/vnd.readiness.statements\r\n\r\n").encode()
    whole = head + body
    with socket.create_connection(("127.0.0.1", server.port)) as peer:
        peer.sendall(whole[: int(len(whole) * part)])
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def health(server):
    try:
        return urllib.request.urlopen(f"{server.url}/health", timeout=30).status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


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


def clock(place, full):
    """The clock of a server goes back by hours: nothing is taken; by minutes, and forth: it goes on."""
    times = 5 if full else 1
    file = place.folder / "clock"
    file.write_text("+0\n")
    library = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)
    if library is None:
        raise RuntimeError("libfaketime is missing (Debian's faketime)")
    variables = {"LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
                 "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    server = place.server(variables=variables)
    place.load.serve([server])
    for _ in range(times):
        place.load.burst(30)
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        file.write_text("-2h\n")
        time.sleep(0.3)
        known = place.load.acknowledged
        place.load.burst(30)
        time.sleep(1)
        if place.load.acknowledged != known:
            posting.wrong.append("something was taken by a clock that is two hours behind")
        file.write_text("+0\n")
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        for jump in ("-2m\n", "+2m\n", "+0\n"):
            file.write_text(jump)
            place.load.burst(10)
            wait_for(lambda: place.load.acknowledged == place.load.sent)
    place.load.settle()
    return f"{times} × a clock that jumps back and forth"


# Those that mount a file system.
MOUNTED = ("disk", "database-disk")
# By name: what breaks, and the most statements that it wants.
ALL = {
    "embedded": (embedded, 2400), "servers": (on_postgres, 2400), "postgres": (postgres_killed, 1600),
    "promotion": (promoted, 320), "lag": (unconfirmed, 200), "cuts": (cut, 2000),
    "disk": (full_disk, 300), "database-disk": (full_database, 180), "clock": (clock, 450),
}
