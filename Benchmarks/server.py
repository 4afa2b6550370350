"""Measures readiness-server with PostgreSQL: statements by time against pgbench, a page against Flask.

    server.py --server PROGRAM --readiness PROGRAM --writer PROGRAM --peers PYTHON --work FOLDER
              [--seconds N]

PYTHON has Flask, Jinja2, psycopg and gunicorn. All use one PostgreSQL, with the settings that the server
demands, and take turns. Exit status: 0 every target is met, 1 one is missed, 70 something failed.
"""

import argparse
import atexit
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

from contest import compare, judge, missed
from generate import crowd

HERE = os.path.dirname(os.path.abspath(__file__))
CLUSTER = os.path.join(HERE, "..", "Tests", "Support", "postgres-cluster")
CLIENTS = 200
PEOPLE = 100
ROUNDS = 2
# Sign-offs of the rollout whose page is read.
SHOWN = 200
# As many statements by second are made before; more than a round can take.
MOST = 12_000
OWNER = "olga@example.com"
# One statement for a transaction: the place in the order is taken and the entry stored, without a gap.
GAPLESS = """\
\\set id random(1, 1000000000)
WITH moved AS (UPDATE bench_head SET size = size + 1 RETURNING size)
INSERT INTO bench_gapless SELECT size, sha256((random()::text || :id)::bytea), repeat('x', 1100)::bytea FROM moved;
"""
PLAIN = """\
\\set id random(1, 1000000000)
INSERT INTO bench_plain (digest, bytes) VALUES (sha256((random()::text || :id)::bytea), repeat('x', 1100)::bytea);
"""
TABLES = """\
CREATE TABLE bench_head (size bigint); INSERT INTO bench_head VALUES (0);
CREATE TABLE bench_gapless (sequence bigint PRIMARY KEY, digest bytea UNIQUE, bytes bytea);
CREATE TABLE bench_plain (sequence bigserial PRIMARY KEY, digest bytea UNIQUE, bytes bytea);
"""
# What wrk sends: each request of a file once.
SENDER = """\
local file = io.open(os.getenv("REQUESTS"), "rb")
local pending = file:read("L")
wrk.method = "POST"
wrk.path = "/api/statements"
wrk.headers["Content-Type"] = "application/vnd.readiness.statements"
function request()
  local lines = {pending}
  pending = nil
  for line in file:lines("L") do
    if line:byte(1) == 123 then pending = line break end
    lines[#lines + 1] = line
  end
  if not pending then file:seek("set") pending = file:read("L") end
  return wrk.format(nil, nil, nil, table.concat(lines))
end
local other = 0
function response(status) if status ~= 201 then other = other + 1 end end
function done(summary) io.write("answers ", summary.requests, "\\n") end
"""


def run(*command, statuses=(0,), **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode not in statuses:
        print(f"{' '.join(command)[:300]}\nended with {done.returncode}: {done.stderr}", file=sys.stderr)
        sys.exit(70)
    return done.stdout


def disk_rate(folder):
    """How often by second a small write is on disk: what all of this rests on."""
    path = os.path.join(folder, "disk")
    with open(path, "wb") as file:
        start, count = time.monotonic(), 0
        while time.monotonic() - start < 1:
            file.write(b"x" * 8192)
            file.flush()
            os.fdatasync(file.fileno())
            count += 1
    os.remove(path)
    return count


class Servers:
    """A PostgreSQL, and two servers with a ledger in it."""

    def __init__(self, options):
        self.options = options
        self.work = os.path.join(options.work, "server")
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(os.path.join(self.work, "checklists"))
        self.processes = []
        atexit.register(self.end)
        self.cluster = subprocess.Popen([CLUSTER, "max_connections=300", "shared_buffers=256MB", "max_wal_size=4GB"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.socket = self.cluster.stdout.readline().strip()
        if not self.socket:
            sys.exit(70)
        self.owner = f"postgresql://owner@/postgres?host={self.socket}"
        self.psql("CREATE ROLE readiness_server LOGIN")
        run(options.server, "init-database", "--database", self.owner, "--grant")
        self.urls = [self.start(name) for name in ("one", "two")]
        self.prepare()

    def psql(self, sql):
        return run("psql", "-qtAX", "-d", self.owner, "-c", sql).strip()

    def start(self, name):
        folder = os.path.join(self.work, name)
        os.makedirs(folder)
        self.key = os.path.join(self.work, "key")
        if not self.processes:
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key)
            with open(f"{self.key}.pub", encoding="utf-8") as file:
                kind, public = file.read().split()[:2]
            with open(os.path.join(self.work, "allowed_signers"), "w", encoding="utf-8") as file:
                file.write(f"{OWNER} {kind} {public}\n" + run(self.options.writer, "signers", str(PEOPLE)))
        else:
            shutil.copy(os.path.join(self.work, "one", "log.key"), folder)
        shutil.copy(os.path.join(self.work, "allowed_signers"), folder)
        environment = {**os.environ, "READINESS_DATABASE": self.owner.replace("owner@", "readiness_server@")}
        log = open(os.path.join(self.work, f"{name}.log"), "w", encoding="utf-8")
        process = subprocess.Popen([self.options.server, "--data", folder, "--listen", "127.0.0.1:0", "--log", "bench/1",
                                    "--statements-per-minute", "1000000000"],
                                   stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
        self.processes.append(process)
        line = process.stdout.readline()
        if not line.startswith("Listening on "):
            sys.exit(70)
        if name == "one":
            self.token = run(self.options.server, "token", "--data", folder, "bench", env=environment).strip()
        return line.split()[-1]

    def prepare(self):
        """The list of signers, and two rollouts: one that is read, and one that much is said about."""
        self.environment = {**os.environ, "READINESS_TOKEN": self.token, "HOME": self.work,
                            "XDG_STATE_HOME": os.path.join(self.work, "state")}
        self.digests = {}
        run(self.options.readiness, "init", ".", "--server", self.urls[0], cwd=self.work, env=self.environment)
        run(self.options.readiness, "signers", "--update", "--as", OWNER, "--key", self.key, cwd=self.work, env=self.environment)
        for name in ("shown", "load"):
            path = f"checklists/{name}.yaml"
            with open(os.path.join(self.work, path), "w", encoding="utf-8") as file:
                file.write(crowd(name, OWNER, PEOPLE))
            run(self.options.readiness, "decide", path, "start", "no-go", "--reason", "Not yet.", "--as", OWNER,
                "--key", self.key, cwd=self.work, env=self.environment, statuses=(0, 1, 2))
            status = json.loads(run(self.options.readiness, "status", path, "--format", "json", cwd=self.work,
                                    env=self.environment, statuses=(0, 1, 2)))
            self.digests[name] = (status["steps"][0]["digest"], status["checklist"]["digest"])
        # The copies of the command line are not what is measured.
        shutil.rmtree(os.path.join(self.work, "state"))
        requests = self.requests("shown", SHOWN)
        post = os.path.join(HERE, "..", "Tests", "Support", "post-statements")
        run(post, requests, "16", *self.urls, env=self.environment)

    def requests(self, rollout, count):
        path = os.path.join(self.work, f"requests-{rollout}-{time.monotonic_ns()}")
        with open(path, "wb") as file:
            subprocess.run([self.options.writer, "requests", rollout, f"checklists/{rollout}.yaml", "seen",
                            *self.digests[rollout], str(count), str(PEOPLE)], stdout=file, check=True)
        return path

    def post(self, seconds):
        """Answers by second over both servers, and how long half and nearly all of them took."""
        sender = os.path.join(self.work, "sender.lua")
        with open(sender, "w", encoding="utf-8") as file:
            file.write(SENDER)
        before = int(self.psql("SELECT size FROM readiness.log"))
        loads = []
        for url in self.urls:
            requests = self.requests("load", MOST * seconds // 2)
            loads.append((requests, subprocess.Popen(
                ["wrk", "--threads", "1", "--connections", str(CLIENTS // 2), "--duration", f"{seconds}s", "--timeout", "30s",
                 "--latency", "--script", sender, url], stdout=subprocess.PIPE, text=True,
                env={**os.environ, "REQUESTS": requests})))
        answers, middle, late, errors = 0, [], [], []
        for requests, load in loads:
            shown = load.communicate()[0]
            answers += int(re.search(r"answers (\d+)", shown).group(1))
            middle.append(re.search(r"^ +50% +(\S+)", shown, re.MULTILINE).group(1))
            late.append(re.search(r"^ +99% +(\S+)", shown, re.MULTILINE).group(1))
            errors += re.findall(r"(?:Non-2xx|Socket errors).*", shown)
            os.remove(requests)
        time.sleep(1)
        size, count, greatest, said = map(int, self.psql(
            "SELECT (SELECT size FROM readiness.log), count(*), max(sequence), count(DISTINCT said) FROM readiness.entries").split("|"))
        if not size == count == greatest or said < size - 3 or not answers <= size - before <= answers + CLIENTS or errors:
            print(f"lost, doubled or refused: {answers} answers, {before} to {size} entries of {count}, {errors}", file=sys.stderr)
            sys.exit(70)
        return answers / seconds, middle, late

    def pgbench(self, script, seconds):
        path = os.path.join(self.work, "script.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        binary = run("sh", "-c", "ls -d /usr/lib/postgresql/*/bin/pgbench | sort -V | tail -n 1").strip()
        shown = run(binary, "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(seconds), "-f", path, self.owner)
        return float(re.search(r"tps = ([\d.]+)", shown).group(1))

    def end(self):
        for process in self.processes:
            process.terminate()
            process.wait()
        self.cluster.stdin.close()
        self.cluster.wait()


def measure_statements(servers, seconds):
    ours, gapless, plain = [], [], []
    servers.psql(TABLES)
    disk = disk_rate(servers.work)
    for _ in range(ROUNDS):
        rate, middle, late = servers.post(seconds)
        ours.append(rate)
        gapless.append(servers.pgbench(GAPLESS, seconds))
        plain.append(servers.pgbench(PLAIN, seconds))
    print(f"\nstatements: {CLIENTS} clients, two servers, {ROUNDS} rounds of {seconds} s, "
          f"{disk:,} to {disk_rate(servers.work):,} writes on disk by second")
    print(f"  signed statements, each verified, answered with its receipt   {statistics.mean(ours):>8,.0f} a second"
          f"   half within {max(middle)}, 99 % within {max(late)}")
    print(f"  pgbench, one statement for a transaction, without gaps        {statistics.mean(gapless):>8,.0f} a second")
    print(f"  pgbench, one statement for a transaction, in no order         {statistics.mean(plain):>8,.0f} a second")
    judge("statements / gapless transactions of pgbench", statistics.mean(ours) / statistics.mean(gapless), "times", 3, at_least=True)
    compare("statements / transactions of pgbench in no order", statistics.mean(ours) / statistics.mean(plain))


def read(url, token, seconds):
    """Pages by second that 16 readers are given."""
    shown = run("wrk", "--threads", "1", "--connections", "16", "--duration", f"{seconds}s", "--timeout", "30s",
                "--header", f"Authorization: Bearer {token}", url)
    if re.search("Non-2xx|Socket errors", shown):
        print(shown, file=sys.stderr)
        sys.exit(70)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", shown).group(1))


def measure_page(servers, seconds):
    page = os.path.join(servers.work, "page.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(run("curl", "-sf", "-H", f"Authorization: Bearer {servers.token}", f"{servers.urls[0]}/rollouts/shown"))
    environment = {**os.environ, "DATABASE": servers.owner.replace("owner@", "readiness_server@")}
    socket = os.path.join(servers.work, "port")
    peer = subprocess.Popen(
        [servers.options.peers, "-m", "gunicorn", "--bind", "127.0.0.1:18099", "--workers", "2", "--threads", "8", "--worker-class",
         "gthread", "--log-level", "error", "--chdir", HERE, "flaskpage:application"], env=environment)
    try:
        other = "http://127.0.0.1:18099/rollouts/shown"
        for _ in range(100):
            if subprocess.run(["curl", "-sf", "-o", socket, other], check=False).returncode == 0:
                break
            time.sleep(0.1)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(read(f"{servers.urls[0]}/rollouts/shown", servers.token, seconds))
            theirs.append(read(other, "none", seconds))
        sizes = os.path.getsize(page), os.path.getsize(socket)
    finally:
        peer.terminate()
        peer.wait()
    print(f"\npage: a rollout with {SHOWN} sign-offs, 16 readers, {ROUNDS} rounds of {seconds} s")
    print(f"  readiness-server, judged and verified        {statistics.mean(ours):>8,.0f} a second   {sizes[0]:,} bytes")
    print(f"  Flask, Jinja2, psycopg on gunicorn           {statistics.mean(theirs):>8,.0f} a second   {sizes[1]:,} bytes")
    judge("pages of readiness-server / of Flask", statistics.mean(ours) / statistics.mean(theirs), "times", 5, at_least=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("server", "readiness", "writer", "peers", "work"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{os.cpu_count()} processors, load {load}")
    servers = Servers(options)
    measure_page(servers, min(options.seconds, 10))
    measure_statements(servers, options.seconds)
    print(f"\n{'missed: ' + '; '.join(missed) if missed else 'every target is met'}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
