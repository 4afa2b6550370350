"""What an audit costs: verifying the signatures of a ledger, hashing its entries."""

import json
import os
import re
import shutil
import sqlite3
import statistics
import subprocess

from contest import Contender, compare, judge, table, take_turns
from generate import crowd

SIGNED = 100_000
PEOPLE = 100
OWNER = "olga@example.com"
CHECKLIST = crowd("audit", OWNER, PEOPLE)


def run(*command, statuses=(0,)):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in statuses:
        raise SystemExit(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr}")
    return done.stdout


def signed_ledger(readiness, writer, work):
    """A ledger with a list of signers, the text of a checklist, and sign-offs by keys of the list."""
    folder = os.path.join(work, "audit")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "checklists"))
    checklist = os.path.join(folder, "checklists", "audit.yaml")
    with open(checklist, "w", encoding="utf-8") as file:
        file.write(CHECKLIST)
    key = os.path.join(folder, "key")
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    with open(f"{key}.pub", encoding="utf-8") as file:
        kind, public = file.read().split()[:2]
    signers = os.path.join(folder, "allowed_signers")
    with open(signers, "w", encoding="utf-8") as file:
        file.write(f'{OWNER} namespaces="statement-v1@readiness" {kind} {public}\n')
        file.write(run(writer, "signers", str(PEOPLE)))
    ledger = os.path.join(folder, ".readiness", "ledger.sqlite")
    run(readiness, "report", checklist, "--output", os.path.join(folder, "reports"), statuses=(0, 1, 2))
    run(readiness, "signers", "--update", "--as", OWNER, "--key", key, "--allowed", signers, "--ledger", ledger)
    status = json.loads(run(readiness, "status", checklist, "--format", "json", statuses=(0, 1, 2)))
    run(writer, "sign", ledger, "audit", "checklists/audit.yaml", "seen", status["steps"][0]["digest"],
        status["checklist"]["digest"], str(SIGNED), str(PEOPLE))
    return ledger


def openssl_rate():
    """Verifications by second that OpenSSL does on all processors: the middle of three runs."""
    rates = []
    for _ in range(3):
        shown = run("openssl", "speed", "-multi", str(os.cpu_count()), "-seconds", "3", "ed25519")
        (line,) = [line for line in shown.splitlines() if "Ed25519" in line and "253 bits" in line]
        rates.append(float(re.findall(r"[\d.]+", line)[-1]))
    return statistics.median(rates)


def measure_signatures(readiness, writer, work):
    ledger = signed_ledger(readiness, writer, work)
    print(f"\naudit: {SIGNED:,} entries signed by {PEOPLE} keys, {os.path.getsize(ledger) / 1_000_000:.0f} MB")
    audit = Contender("readiness audit", [readiness, "audit", "--ledger", ledger], 5)
    before = openssl_rate()
    take_turns([audit])
    rate = statistics.mean([before, openssl_rate()])
    table([audit], "s", 1)
    compare("openssl speed ed25519, all processors", rate / 1000, "thousand/s")
    judge("signatures by time / openssl speed", SIGNED / audit.median / rate, "times", 0.7, at_least=True)


def measure_hashing(writer, ledger, work):
    """The entries of a ledger, hashed into its tree, beside sha256sum over the same bytes."""
    lines = os.path.join(work, "entries.jsonl")
    with sqlite3.connect(ledger) as database, open(lines, "wb") as file:
        for (entry,) in database.execute("SELECT bytes FROM entries ORDER BY sequence"):
            file.write(entry + b"\n")
        (count,) = database.execute("SELECT size FROM log").fetchone()
    database.close()
    print(f"\nhashing: {count:,} entries, {os.path.getsize(lines) / 1_000_000:.0f} MB")
    ours = Contender("tree of the entries", [writer, "root", lines], 5)
    peer = Contender("sha256sum", ["/usr/bin/sha256sum", lines], 5)
    take_turns([ours, peer])
    table([ours, peer], "s", 1)
    judge("bytes by time / sha256sum", peer.median / ours.median, "times", 0.5, at_least=True)
    os.remove(lines)
