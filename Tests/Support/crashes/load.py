"""People who sign, and what was said to them: each statement is sent until a server has it."""

import importlib.machinery
import importlib.util
import json
import os
import pathlib
import queue
import re
import subprocess
import threading
import time

here = pathlib.Path(__file__).resolve().parent
loader = importlib.machinery.SourceFileLoader("post_statements", str(here.parent / "post-statements"))
posting = importlib.util.module_from_spec(importlib.util.spec_from_loader("post_statements", loader))
loader.exec_module(posting)
# Tries come ten times a second; what is broken may take minutes to come back.
posting.TRIES = 3000

CHECKLIST = """readiness: 1
id: sample
title: A rollout
owner: boss
timezone: Europe/Berlin
timeline:
  - {id: first, title: First, starts: 2100-01-10}
roles:
  boss: {title: Bosses, members: [boss@example.com]}
  crowd: {title: Crowd, members: [PEOPLE]}
steps:
  - id: reviewed
    title: Somebody looked at it
    role: boss
    due: first
    sign-off: {by: [boss]}
  - id: seen
    title: Everybody has seen it
    role: crowd
    due: first
    sign-off: {by: [crowd], count: 20}
"""
PEOPLE = 20


def run(*words, **options):
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
    return done.stdout


class Load(threading.Thread):
    """Clients that post what they are given, and the books that are kept of it."""

    CLIENTS = 24

    def __init__(self, folder, most):
        super().__init__(daemon=True)
        self.folder, self.most = pathlib.Path(folder), most
        self.work = queue.Queue()
        self.sent = 0
        self.clients = []

    def prepare_list(self, data):
        """Keys and the first list of signers of a server's folder."""
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", self.folder / "boss")
        key = " ".join((self.folder / "boss.pub").read_text().split()[:2])
        signers = f"boss@example.com {key}\n" + run("ledger-writer", "signers", PEOPLE)
        for place in (data, self.folder):
            (pathlib.Path(place) / "allowed_signers").write_text(signers)

    def environment(self):
        return {**os.environ, "HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state"),
                "READINESS_TOKEN": self.token}

    def readiness(self, *words):
        return run("readiness", *words, cwd=self.folder, env=self.environment())

    def begin(self, server):
        """Pins a server, records the list and the text, and signs everything that will be sent."""
        self.token = server.token()
        (self.folder / "checklists").mkdir()
        people = ", ".join(f"person-{number}@example.com" for number in range(1, PEOPLE + 1))
        (self.folder / "checklists/sample.yaml").write_text(CHECKLIST.replace("PEOPLE", people))
        self.readiness("init", ".", "--server", server.url)
        self.readiness("signers", "--update", "--as", "boss@example.com", "--key", "boss")
        self.readiness("sign", "checklists/sample.yaml", "reviewed", "--as", "boss@example.com", "--note", "n", "--key", "boss")
        done = subprocess.run(
            ["readiness", "status", "checklists/sample.yaml", "--format", "json"], cwd=self.folder,
            env=self.environment(), capture_output=True, check=False)
        status = json.loads(done.stdout)
        (step,) = [step for step in status["steps"] if step["id"] == "seen"]
        text = run("ledger-writer", "requests", "sample", "checklists/sample.yaml", "seen", step["digest"],
                   status["checklist"]["digest"], self.most, PEOPLE)
        (self.folder / "requests").write_text(text)
        self.bodies = list(posting.requests(self.folder / "requests"))
        os.environ["READINESS_TOKEN"] = self.token

    def serve(self, servers):
        """Begins to send to servers what it is given."""
        posting.found, posting.roots, posting.failed = {}, {}, 0
        posting.wrong.clear()
        netlocs = [server.url.removeprefix("http://") for server in servers]
        self.clients = [Posting(number, netlocs, self.work) for number in range(self.CLIENTS)]
        for client in self.clients:
            client.start()

    def burst(self, count):
        """Gives the clients that many more statements to send at once."""
        for number in range(self.sent + 1, min(self.sent + count, self.most) + 1):
            self.work.put((number, self.bodies[number - 1]))
            self.sent = number

    @property
    def acknowledged(self):
        with posting.lock:
            return len(posting.found)

    def settle(self, seconds=240):
        """Waits until all that was sent is acknowledged."""
        end = time.monotonic() + seconds
        while self.acknowledged + len(posting.wrong) < self.sent and time.monotonic() < end:
            time.sleep(0.05)
        for _ in self.clients:
            self.work.put(None)
        for client in self.clients:
            client.join(30)

    def books(self):
        """What was acknowledged in the end against what is in the ledger, as figures; `wrong` says what does not
        hold. What was on record before it was acknowledged, and signed or not, only `lag` asks for."""
        lines = self.readiness("log", "--format", "jsonl").splitlines()
        wrong = list(posting.wrong)
        places = {}
        for index, line in enumerate(lines, 1):
            entry = json.loads(line)
            if entry["sequence"] != index:
                wrong.append(f"entry {entry['sequence']} stands at {index}")
            if found := re.search(r"Seen, number (\d+)\.\"", line):
                places.setdefault(int(found[1]), []).append(index)
                if self.bodies[int(found[1]) - 1].split(b"\n", 1)[0].decode() not in line:
                    wrong.append(f"entry {index} is not what was sent")
        found = dict(posting.found)
        figures = {
            "sent": self.sent, "acknowledged": len(found), "in the ledger": sum(map(len, places.values())),
            "lost": sum(1 for number, at in found.items() if at not in places.get(number, [])),
            "doubled": sum(len(at) - 1 for at in places.values()),
            "never acknowledged": sum(1 for number in places if number not in found),
            "tries that failed": posting.failed,
        }
        if figures["acknowledged"] != self.sent:
            wrong.append("not all of it was acknowledged in the end")
        audit = self.readiness("audit")
        if "Everything is as it was recorded" not in audit:
            wrong.append(audit)
        return figures, wrong


class Posting(posting.Client):
    """A client that waits for what it is given, until it is given nothing."""

    def run(self):
        while (one := self.work.get()) is not None:
            try:
                self.post(*one)
            except Exception as error:  # noqa: BLE001 what a client dies of is a finding
                posting.wrong.append(f"statement {one[0]}: {error!r}")
