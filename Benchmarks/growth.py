"""Measures how time grows with the size of a rollout: twice the work at most 2.2 times the time."""

import json
import os
import subprocess

from contest import Contender, judge, table, take_turns

MOST = 2.2
SMALL = 20_000

HEAD = """\
readiness: 1
id: growth
title: A large rollout
owner: owner
timeline:
  - {id: start, title: Start, starts: 2050-03-01}
  - {id: middle, title: Middle, starts: 2050-06-01}
"""


def many_steps(count):
    """Every step waits for the one before it in its chain of a hundred."""
    lines = [HEAD, "roles:\n  owner: {title: Owner, members: [olga@example.com]}\nsteps:\n"]
    for number in range(count):
        needs = f", needs: [s-{number - 1}]" if number % 100 else ""
        due = "start" if number % 100 < 50 else "middle - 3d"
        lines.append(f"  - {{id: s-{number}, title: Step {number}, role: owner, due: {due}, sign-off: {{}}{needs}}}\n")
    return "".join(lines)


def many_signers(count):
    """A step that a crowd signs, and another that none of them may sign."""
    members = ", ".join(f"person-{number}@example.com" for number in range(1, count + 1))
    return (
        f"{HEAD}roles:\n  owner: {{title: Owner, members: [olga@example.com]}}\n"
        f"  crowd: {{title: Crowd, members: [{members}]}}\nsteps:\n"
        "  - {id: seen, title: Everybody has seen it, role: crowd, due: start, sign-off: {}}\n"
        "  - {id: apart, title: Somebody else has looked, role: crowd, due: start, sign-off: {not-by: [seen]}}\n"
    )


class Size:
    """A checklist and its ledger in a folder of their own."""

    def __init__(self, work, name, text):
        self.folder = os.path.join(work, "growth", name)
        os.makedirs(os.path.join(self.folder, "checklists"), exist_ok=True)
        self.checklist = os.path.join(self.folder, "checklists", "growth.yaml")
        self.ledger = os.path.join(self.folder, ".readiness", "ledger.sqlite")
        with open(self.checklist, "w", encoding="utf-8") as file:
            file.write(text)

    def fill(self, readiness, writer, count):
        if os.path.exists(self.ledger):
            os.remove(self.ledger)
        shown = subprocess.run(
            [readiness, "status", self.checklist, "--format", "json"], capture_output=True, check=False)
        status = json.loads(shown.stdout)
        (step,) = [step for step in status["steps"] if step["id"] == "seen"]
        subprocess.run(
            [writer, "sign", self.ledger, "growth", "checklists/growth.yaml", "seen", step["digest"],
             status["checklist"]["digest"], str(count)], check=True)


def compare_sizes(what, readiness, small, large):
    for command in ("status", "report"):
        one = Contender(f"{command}, {SMALL:,} {what}", [readiness, command, small.checklist], 7, statuses=(0, 1, 2))
        two = Contender(f"{command}, {2 * SMALL:,} {what}", [readiness, command, large.checklist], 7, statuses=(0, 1, 2))
        take_turns([one, two])
        table([one, two], "s", 1)
        judge(f"{command}: twice the {what}", two.median / one.median, "times", MOST)


def measure(readiness, writer, work):
    print(f"\ngrowth: {SMALL:,} steps or sign-offs, and twice as many")
    small, large = (Size(work, f"steps-{count}", many_steps(count)) for count in (SMALL, 2 * SMALL))
    compare_sizes("steps", readiness, small, large)
    small, large = (Size(work, f"signers-{count}", many_signers(count)) for count in (SMALL, 2 * SMALL))
    small.fill(readiness, writer, SMALL)
    large.fill(readiness, writer, 2 * SMALL)
    compare_sizes("sign-offs", readiness, small, large)
