"""What a run breaks: PostgreSQL servers and readiness servers, as processes that can be killed."""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}


def wait_for(what, seconds=60):
    """What a function returns once it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.05)
    raise RuntimeError(f"waited {seconds} s in vain")


def postgres_programs():
    """The folder of the newest PostgreSQL from 15 on; None where there is none."""
    folders = [path for path in pathlib.Path("/usr/lib/postgresql").glob("*/bin") if int(path.parent.name) >= 15]
    return max(folders, key=lambda path: int(path.parent.name), default=None)


class Postgres:
    """A PostgreSQL server that listens in a folder of its own alone; `owner` is its superuser."""

    programs = postgres_programs()

    def __init__(self, folder, settings=()):
        self.folder = pathlib.Path(folder)
        self.settings = list(settings)
        self.process = None
        self.folder.mkdir()
        self.folder.chmod(0o711)
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")

    @property
    def data(self):
        return self.folder / "data"

    def run(self, program, *arguments):
        subprocess.run(self.words(program, *arguments), check=True, cwd="/", stderr=subprocess.DEVNULL, **QUIET)

    def words(self, program, *arguments):
        # The server does not run as root.
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        return [*user, str(self.programs / program), *map(str, arguments)]

    def make(self):
        """Begins with an empty one, which all servers of a process are copies of; it ends with the run's folder."""
        first = pathlib.Path(os.environ["HOME"]) / f"postgres-{os.getpid()}"
        if not first.exists():
            first.mkdir()
            if os.getuid() == 0:
                shutil.chown(first, "postgres")
            self.run("initdb", "--no-sync", "-D", first, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        subprocess.run(["cp", "-a", str(first), str(self.data)], check=True)
        return self

    def copy(self, primary):
        """Begins as a standby of another one."""
        shutil.rmtree(self.data, ignore_errors=True)
        # Under load the copy begins with the checkpoint, and not some minutes later.
        self.run("pg_basebackup", "-D", self.data, "-U", "owner", "-h", primary.folder, "-R", "-c", "fast", "--no-sync")
        return self

    def start(self):
        settings = [word for one in self.settings for word in ("-c", one)]
        with open(self.folder / "log", "ab") as log:
            # After a crash the memory of the one before is in use until its last process is gone.
            for _ in range(100):
                self.process = subprocess.Popen(
                    self.words("postgres", "-D", self.data, "-k", self.folder, "-h", "", *settings),
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/")
                while self.process.poll() is None:
                    if self.is_ready():
                        return self
                    time.sleep(0.05)
                time.sleep(0.1)
        raise RuntimeError(f"PostgreSQL does not start: {self.folder}/log")

    def is_ready(self):
        words = [str(self.programs / "pg_isready"), "-q", "-h", str(self.folder)]
        return subprocess.run(words, check=False).returncode == 0

    def children(self):
        try:
            pid = self.process.pid
            return [int(word) for word in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            return []

    def kill(self):
        """Kills the postmaster and all of its children at once."""
        for pid in [self.process.pid, *self.children()]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def receiver(self):
        """The process of a standby that receives what the primary writes; None where there is none."""
        for pid in self.children():
            try:
                if b"walreceiver" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes():
                    return pid
            except OSError:
                pass
        return None

    def promote(self):
        self.run("pg_ctl", "promote", "-D", self.data, "-w")

    def ask(self, sql, database="postgres"):
        words = [str(self.programs / "psql"), "-qtAX", "-v", "ON_ERROR_STOP=1", "-U", "owner", "-h", str(self.folder)]
        return subprocess.run([*words, "-d", database, "-c", sql], check=True, capture_output=True, text=True).stdout.strip()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()


class Server:
    """A readiness server with a folder of its own, which keeps its port over all of its lives."""

    def __init__(self, folder, address=None, variables=()):
        self.folder, self.address, self.variables = pathlib.Path(folder), address, dict(variables)
        self.port = random.randrange(20_000, 32_000)
        self.process = None
        self.log = open(f"{folder}.log", "ab")

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def environment(self):
        environment = {**os.environ, **self.variables}
        environment.pop("READINESS_DATABASE", None)
        if self.address:
            environment["READINESS_DATABASE"] = self.address
        return environment

    def start(self):
        """Starts it until it listens: what it needs may be away itself."""
        # A library that is loaded before may start the first program anew, and that is env.
        words = ["env", "readiness-server", "--data", str(self.folder), "--listen", f"127.0.0.1:{self.port}",
                 "--log", "crash.test/1", "--statements-per-minute", "1000000"]
        end = time.monotonic() + 120
        while time.monotonic() < end:
            self.process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, env=self.environment())
            said = self.process.stdout.readline()
            if said.startswith(b"Listening"):
                return self
            self.kill()
            time.sleep(0.2)
        raise RuntimeError(f"the server does not start: {self.folder}.log")

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def token(self):
        words = ["env", "readiness-server", "token", "--data", str(self.folder), "crash"]
        return subprocess.run(words, check=True, capture_output=True, text=True, env=self.environment()).stdout.strip()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        self.log.close()
