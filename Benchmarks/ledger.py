"""What a ledger costs: reading one rollout among many, many entries, many programs that append."""

import os
import sqlite3
import subprocess

import audit
from contest import Contender, compare, judge, table, take_turns

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"
SQLITE = "/usr/bin/sqlite3"
ROLLOUT = "own"
OTHERS = (2_500, 1_000_000)
PROCESSES = 16
APPENDS = 10_000
# The steps that `ledger-writer generate` writes about.
STEPS = "\n".join(
    f"  - {{id: tls-{number}, title: Step {number}, role: helpdesk, due: start, "
    "check: {tls: {host: mail.contoso.example}}}"
    for number in range(40)
)
CHECKLIST = f"""\
readiness: 1
id: {ROLLOUT}
title: A rollout with a long history
owner: owner
parameters:
  cloud: {{default: worldwide, one-of: [worldwide, gcc]}}
roles:
  owner: {{title: Owner, members: [carla@contoso.example]}}
  helpdesk: {{title: Help desk, members: [nora.winter@contoso.example]}}
timeline:
  - {{id: start, title: Start, starts: 2050-03-01}}
steps:
{STEPS}
  - {{id: notify-helpdesk, title: The help desk knows, role: helpdesk, due: start, sign-off: {{}}}}
"""


def remove(path):
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.remove(path + end)


def generate(writer, path, entries, others=()):
    remove(path)
    numbers = [str(number) for number in (entries, *others)]
    subprocess.run([writer, "generate", path, ROLLOUT, *numbers], check=True)
    return path


class Reading:
    """How one rollout of a ledger is judged."""

    def __init__(self, writer, readiness, work):
        self.writer = writer
        self.readiness = readiness
        os.makedirs(os.path.join(work, "checklists"), exist_ok=True)
        self.checklist = os.path.join(work, "checklists", f"{ROLLOUT}.yaml")
        with open(self.checklist, "w", encoding="utf-8") as file:
            file.write(CHECKLIST)

    def contender(self, name, ledger, rounds):
        command = [self.readiness, "status", self.checklist, "--ledger", ledger]
        # Nothing of it is ready, which is no failure here.
        return Contender(f"status, {name}", command, rounds, statuses=(0, 1, 2))


def measure_others(reading, work):
    alone = generate(reading.writer, os.path.join(work, "alone.sqlite"), 400)
    crowded = generate(reading.writer, os.path.join(work, "crowded.sqlite"), 400, OTHERS)
    print(f"\nledger: 400 entries alone, and among {OTHERS[1]:,} of {OTHERS[0]:,} others")
    ours = reading.contender("among others", crowded, 40)
    peer = reading.contender("alone", alone, 40)
    take_turns([ours, peer])
    table([ours, peer], "ms", 1000)
    judge("among others / alone", ours.median / peer.median, "times", 1.5)
    compare("the same by processor time", ours.busy / peer.busy)
    audit.measure_hashing(reading.writer, crowded, work)
    remove(crowded)


def measure_entries(reading, work):
    path = generate(reading.writer, os.path.join(work, "long.sqlite"), 100_000)
    size = os.path.getsize(path) / 1_000_000
    print(f"\nledger: a rollout of 100,000 entries, {size:.0f} MB")
    ours = reading.contender("verified", path, 15)
    peer = Contender("Python loop", [PYTHON, os.path.join(HERE, "readrows.py"), path, ROLLOUT], 15)
    take_turns([ours, peer])
    table([ours, peer], "s", 1)
    judge(f"{ours.name} / Python loop", ours.median / peer.median, "times", 1.5)
    compare("the same by processor time", ours.busy / peer.busy)


def measure_appends(writer, work):
    each = APPENDS // PROCESSES
    ours_path = os.path.join(work, "append.sqlite")
    peer_path = os.path.join(work, "append-peer.sqlite")
    # The tables, triggers and an entry of a ledger, for the peer to do the same with.
    remove(ours_path)
    subprocess.run([writer, "fill", ours_path, "1", "n"], check=True)
    with sqlite3.connect(ours_path) as database:
        schema = [sql for (sql,) in database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
        (entry,) = database.execute("SELECT bytes FROM entries").fetchone()
    database.close()

    def make_peer():
        remove(peer_path)
        database = sqlite3.connect(peer_path)
        database.execute("PRAGMA journal_mode = WAL")
        for sql in [*schema, "INSERT INTO log VALUES (1, 0, x'', x'')"]:
            database.execute(sql)
        for bucket in range(256):
            database.execute(f"INSERT INTO buckets VALUES ({bucket}, x'{'00' * 32}')")
        database.commit()
        database.close()

    scripts = []
    for number in range(PROCESSES):
        scripts.append(os.path.join(work, f"append-{number}.sql"))
        with open(scripts[-1], "w", encoding="utf-8") as file:
            # It waits as long as it takes: with half a minute it gives up now and then.
            file.write(".timeout 600000\nPRAGMA synchronous = FULL;\n")
            for count in range(each):
                file.write(
                    f"BEGIN IMMEDIATE; INSERT INTO entries SELECT size + 1, 1760000000000, x'{'ab' * 32}', "
                    f"x'{'cd' * 32}', x'{entry.hex()}' FROM log; INSERT INTO rollout_entries "
                    f"SELECT 'n{number}', {count + 1}, size + 1 FROM log; "
                    + (f"INSERT INTO rollouts VALUES ({number}, 'n{number}', 1, x'{'ab' * 32}'); "
                       if count == 0 else
                       f"UPDATE rollouts SET count = {count + 1}, link = x'{count:064x}' "
                       f"WHERE bucket = {number} AND rollout = 'n{number}'; ")
                    + f"UPDATE buckets SET digest = x'{count:064x}' WHERE bucket = {number}; "
                    f"UPDATE log SET size = size + 1, peaks = x'{'ef' * 192}', previous = x'{'ab' * 32}'; COMMIT;\n"
                )
    fill = [[writer, "fill", ours_path, str(each), f"n{number}"] for number in range(PROCESSES)]
    read = [[SQLITE, "-batch", "-bail", peer_path, f".read {script}"] for script in scripts]
    ours = Contender("append", fill[0], 3, together=fill[1:], prepare=lambda: remove(ours_path))
    peer = Contender("sqlite3 command line", read[0], 3, together=read[1:], prepare=make_peer)
    print(f"\nledger: {APPENDS:,} appends from {PROCESSES} processes, each on disk before the next")
    take_turns([ours, peer])
    for path in (ours_path, peer_path):
        count = sqlite3.connect(path).execute("SELECT count(*) FROM entries").fetchone()[0]
        assert count == APPENDS, f"{path} has {count} entries"
    table([ours, peer], "s", 1)
    judge("appends by time / sqlite3 command line", peer.median / ours.median, "times", 0.85, at_least=True)
    compare("the same by processor time", peer.busy / ours.busy)


def measure(writer, readiness, work):
    reading = Reading(writer, readiness, work)
    measure_others(reading, work)
    measure_entries(reading, work)
    measure_appends(writer, work)
