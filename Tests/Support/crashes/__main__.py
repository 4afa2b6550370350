"""Breaks servers and databases under load, and says what became of all that was acknowledged.

    crashes [--full] [SCENARIO…]

See scripts/check-crashes, which builds the programs and puts them on the path.
"""

import concurrent.futures
import multiprocessing
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time
import traceback

from clocks import LIBRARY
from parts import Postgres
from place import Place
from scenarios import ALL, MOUNTED


TOGETHER = 2


def carry_out(name, work, full):
    """A scenario, in a process of its own: what was broken, for how long, the books, and what does not hold."""
    # Processes that begin alike would choose the same ports.
    random.seed()
    scenario, most = ALL[name]
    begin = time.monotonic()
    wrong, figures, what = [], {}, name
    try:
        with Place(work / name, most) as place:
            what = scenario(place, full)
            figures, wrong = place.load.books()
    except Exception:  # noqa: BLE001 whatever a scenario ends of is a finding
        wrong.append(traceback.format_exc())
    for key in ("lost", "doubled", "never acknowledged"):
        if figures.get(key, 1):
            wrong.append(f"{figures.get(key, 'not known how many')} {key}")
    return name, what, time.monotonic() - begin, figures, wrong


def main():
    words = sys.argv[1:]
    full = "--full" in words
    names = [word for word in words if word != "--full"] or list(ALL)
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"check-crashes: error: there is no {unknown[0]}; there are {', '.join(ALL)}", file=sys.stderr)
        return 64
    if Postgres.programs is None:
        print("check-crashes: error: there is no PostgreSQL 15 or newer (Debian's postgresql)", file=sys.stderr)
        return 69
    if os.getuid() != 0 and (left := [name for name in names if name in MOUNTED]):
        print(f"check-crashes: left out, because only root mounts a small disk: {', '.join(left)}", file=sys.stderr)
        names = [name for name in names if name not in MOUNTED]
    if "clock" in names and LIBRARY is None:
        print("check-crashes: error: there is no libfaketime (Debian's faketime)", file=sys.stderr)
        return 69
    if not names:
        print("check-crashes: error: nothing was tried; run it as root", file=sys.stderr)
        return 69
    work = pathlib.Path(tempfile.mkdtemp(prefix="readiness-crashes."))
    work.chmod(0o755)
    os.environ["HOME"] = str(work)
    os.environ.pop("SSH_AUTH_SOCK", None)
    total, failed = {}, []
    # Much of a scenario is waiting: two at once take little more than half of the time.
    with concurrent.futures.ProcessPoolExecutor(TOGETHER, multiprocessing.get_context("fork")) as pool:
        for name, what, seconds, figures, wrong in pool.map(carry_out, names, [work] * len(names), [full] * len(names)):
            words = ", ".join(f"{value} {key}" for key, value in figures.items())
            print(f"{name}: {what}, {seconds:.0f} s: {words}", flush=True)
            for one in wrong[:10]:
                print(f"check-crashes: error: {name}: {one}", file=sys.stderr, flush=True)
            failed += [name] if wrong else []
            for key, value in figures.items():
                total[key] = total.get(key, 0) + value
    words = ", ".join(f"{value} {key}" for key, value in total.items())
    print(f"all: {words}")
    if failed:
        print(f"check-crashes: error: it does not hold for {', '.join(failed)}; see {work}", file=sys.stderr)
        return 1
    shutil.rmtree(work, ignore_errors=True)
    return 0


sys.exit(main())
