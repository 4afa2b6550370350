"""Measures reports: one of 10,000 steps against Jinja2, and a page over 2,500 rollouts against PyYAML."""

import glob
import json
import os
import re
import shutil
import subprocess

import generate
from contest import MEGABYTE, Contender, compare, judge, table, take_turns
from growth import Size, many_steps

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"
STEPS = 10_000
CHECKLISTS = 2_500
ENTRIES = 50_000


def measure_rendering(readiness, work):
    """Markdown and HTML of one report; both sides are given what it takes, and start from nothing."""
    one = Size(work, f"report-{STEPS}", many_steps(STEPS))
    half = Size(work, f"report-{STEPS // 2}", many_steps(STEPS // 2))
    out = os.path.join(one.folder, "out")

    def report(size, *formats):
        words = [word for name in formats for word in ("--format", name)]
        return [readiness, "report", size.checklist, "--no-record", "--output", out, *words]

    facts = os.path.join(one.folder, "facts.json")
    with open(facts, "wb") as file:
        subprocess.run([readiness, "report", one.checklist, "--format", "json"], stdout=file, check=False)
    both = Contender("readiness, both", report(one, "markdown", "html"), 7, statuses=(1,))
    fewer = Contender("readiness, half the steps", report(half, "markdown", "html"), 7, statuses=(1,))
    judged = Contender("readiness, verdict alone", [readiness, "gate", one.checklist, "--phase", "start"], 7, statuses=(1,))
    peer = Contender("Jinja2, both", [PYTHON, os.path.join(HERE, "jinja.py"), facts, out], 5)
    print(f"\nreport: {STEPS:,} steps in Markdown and HTML")
    take_turns([both, fewer, judged, peer])
    table([both, fewer, judged, peer], "s", 1)
    rendering = both.median - judged.median
    judge("time of Jinja2 / rendering alone", peer.median / rendering, "times", 10, at_least=True)
    compare("time of Jinja2 / all of readiness report", peer.median / both.median)
    print(f"  memory of a step: {(both.peak - fewer.peak) / (STEPS / 2) / 1000:.1f} kB")


def measure_portfolio(readiness, writer, work):
    folder = os.path.join(work, "portfolio", "checklists")
    shutil.rmtree(os.path.dirname(folder), ignore_errors=True)
    generate.many(folder, CHECKLISTS)
    ledger = os.path.join(work, "portfolio", "ledger.sqlite")
    # The ledger writer calls the rollouts other-0 and so on.
    for number, path in enumerate(sorted(glob.glob(f"{folder}/*.yaml"))):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"^id: .*$", f"id: other-{number}", file.read(), count=1, flags=re.MULTILINE)
        os.remove(path)
        with open(os.path.join(folder, f"other-{number}.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
    subprocess.run([writer, "generate", ledger, "own", "1", str(CHECKLISTS), str(ENTRIES - 1)], check=True)
    size = sum(map(os.path.getsize, glob.glob(f"{folder}/*.yaml"))) / MEGABYTE
    page = Contender("readiness report --all", [readiness, "report", "--all", folder, "--ledger", ledger], 5, statuses=(1,))
    peer = Contender("PyYAML CSafeLoader", [PYTHON, os.path.join(HERE, "pyyaml.py"), "loads", folder], 3)
    print(f"\nportfolio: {CHECKLISTS:,} checklists, {size:.1f} MB, a ledger of {ENTRIES:,} entries, one call")
    take_turns([page, peer])
    table([page, peer], "s", 1)
    judge("time of PyYAML, which only parses / readiness", peer.median / page.median, "times", 3, at_least=True)


def measure(readiness, writer, work):
    measure_rendering(readiness, work)
    measure_portfolio(readiness, writer, work)
