"""Clocks that jump."""

import pathlib
import time

from load import posting
from parts import wait_for

# What makes a clock jump; None where it is not installed.
LIBRARY = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)


def clock(place, full):
    """The clock of a server goes back by hours: nothing is taken; by minutes, and forth: it goes on."""
    times = 5 if full else 1
    file = place.folder / "clock"
    file.write_text("+0\n")
    variables = {"LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
                 "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    server = place.server(variables=variables)
    place.load.serve([server])
    for _ in range(times):
        place.load.burst(30)
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        file.write_text("-2h\n")
        time.sleep(0.3)
        known = place.load.acknowledged
        place.load.burst(30)
        time.sleep(1)
        if place.load.acknowledged != known:
            posting.wrong.append("something was taken by a clock that is two hours behind")
        file.write_text("+0\n")
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        for jump in ("-2m\n", "+2m\n", "+0\n"):
            file.write_text(jump)
            place.load.burst(10)
            wait_for(lambda: place.load.acknowledged == place.load.sent)
    place.load.settle()
    return f"{times} × a clock that jumps back and forth"
