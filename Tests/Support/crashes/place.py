"""Where a scenario takes place: its servers, its databases and its load."""

import pathlib
import shutil
import subprocess
import urllib.error
import urllib.request

from load import Load, run
from parts import Postgres, Server

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


def health(server):
    try:
        return urllib.request.urlopen(f"{server.url}/health", timeout=30).status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
