"""Measures readiness against its peers and says which targets are met.

    measure.py --readiness PROGRAM --tree PROGRAM --writer PROGRAM --peers FOLDER --work FOLDER

Each figure is the median of whole processes, timed from outside, from their start to their end.
The programs take turns, so that what else the machine does falls on all of them alike; only the
ratios within one run say something. Exit status: 0 every target is met, 1 one is missed, 70 a
program failed.
"""

import argparse
import glob
import os
import platform
import shutil
import sys

import audit
import generate
import growth
import host
import importing
import ledger
import reports
import tls
import web
from contest import MEGABYTE, Contender, compare, judge, missed, table, take_turns

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"
LARGE_SIZE = 20 * MEGABYTE
CHECKLISTS = 2_500


def measure_tree(tree, peers, work):
    path = os.path.join(work, "large.yaml")
    generate.large(path, LARGE_SIZE)
    size = os.path.getsize(path)
    script = os.path.join(HERE, "pyyaml.py")
    events = Contender("libyaml events (C)", [f"{peers}/yaml-events", path], 15)
    ours = Contender("LocatedYAML tree", [tree, path], 15)
    others = [
        Contender("Yams compose", [f"{peers}/yaml-yams", "compose", path], 5),
        Contender("Yams load", [f"{peers}/yaml-yams", "load", path], 5),
        Contender("PyYAML CSafeLoader compose", [PYTHON, script, "compose", path], 3),
        Contender("PyYAML CSafeLoader load", [PYTHON, script, "load", path], 3),
    ]
    print(f"\nYAML: the tree of one checklist of {size / MEGABYTE:.1f} MB")
    take_turns([events, ours, *others])
    table([events, ours, *others], "s", 1)
    judge("time of LocatedYAML / libyaml events", ours.median / events.median, "times", 2.0)
    compare("the same by processor time", ours.busy / events.busy)
    judge("peak memory of LocatedYAML / size of the file", ours.peak / size, "times", 6.0)
    for other in others:
        compare(f"time of {other.name} / LocatedYAML", other.median / ours.median)


def measure_lint(readiness, work):
    folder = os.path.join(work, "many")
    shutil.rmtree(folder, ignore_errors=True)
    generate.many(folder, CHECKLISTS)
    paths = sorted(glob.glob(f"{folder}/*.yaml"))
    size = sum(map(os.path.getsize, paths)) / MEGABYTE
    lint = Contender("readiness lint", [readiness, "lint", *paths], 7)
    print(f"\nlint: {len(paths)} checklists in one call, {size:.1f} MB")
    take_turns([lint])
    table([lint], "s", 1)
    judge("readiness lint", size / lint.median, "MB/s", 15.0, at_least=True)
    compare("the same by processor time", size / lint.busy, "MB/s")


def measure_start(readiness):
    ours = Contender("readiness --version", [readiness, "--version"], 200)
    python = Contender("python3 -c pass", [PYTHON, "-c", "pass"], 200)
    print("\nstart-up")
    take_turns([ours, python])
    table([ours, python], "ms", 1000)
    judge("readiness --version / python3 -c pass", ours.median / python.median, "times", 0.7)
    compare("the same by processor time", ours.busy / python.busy)


def main():
    parser = argparse.ArgumentParser()
    for name in ("readiness", "tree", "writer", "peers", "work"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{platform.platform()}, {os.cpu_count()} processors, load {load}")
    measure_start(options.readiness)
    measure_lint(options.readiness, options.work)
    importing.measure(options.readiness, options.work)
    measure_tree(options.tree, options.peers, options.work)
    ledger.measure(options.writer, options.readiness, options.work)
    audit.measure_signatures(options.readiness, options.writer, options.work)
    growth.measure(options.readiness, options.writer, options.work)
    reports.measure(options.readiness, options.writer, options.work)
    tls.measure(options.readiness, options.work)
    web.measure(options.readiness, options.work)
    host.measure(options.readiness, options.work)
    print(f"\n{'missed: ' + '; '.join(missed) if missed else 'every target is met'}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
