"""Programs that take turns, and what is said about them; see measure.py."""

import dataclasses
import os
import statistics
import sys
import time

MEGABYTE = 1_000_000
missed = []


@dataclasses.dataclass
class Contender:
    """A program, how many rounds it takes part in, and what each of its runs took.

    `statuses` are the exit statuses that mean success; `together` are the commands of more
    processes that start at once with the first; `prepare` is called before each run, untimed.
    """

    name: str
    command: list
    rounds: int
    statuses: tuple = (0,)
    together: list = dataclasses.field(default_factory=list)
    prepare: object = None
    seconds: list = dataclasses.field(default_factory=list)
    processor: list = dataclasses.field(default_factory=list)
    peak: int = 0

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def busy(self):
        return statistics.median(self.processor)

    def run(self):
        if self.prepare:
            self.prepare()
        quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
        commands = [self.command, *self.together]
        start = time.perf_counter()
        children = {os.posix_spawn(one[0], one, os.environ, file_actions=quiet): one for one in commands}
        processor = 0
        for child, command in children.items():
            _, status, usage = os.wait4(child, 0)
            processor += usage.ru_utime + usage.ru_stime
            self.peak = max(self.peak, usage.ru_maxrss * 1024)
            if os.waitstatus_to_exitcode(status) not in self.statuses:
                words = " ".join(command)[:200]
                print(f"{words}\nended with {os.waitstatus_to_exitcode(status)}.", file=sys.stderr)
                sys.exit(70)
        self.seconds.append(time.perf_counter() - start)
        self.processor.append(processor)


def take_turns(contenders):
    """Runs all of them round by round, every other round in the opposite order."""
    for turn in range(max(contender.rounds for contender in contenders)):
        for contender in contenders if turn % 2 == 0 else reversed(contenders):
            if turn < contender.rounds:
                contender.run()


def table(contenders, unit, scale):
    print(f"  {'':<28}{'median':>11}{'least':>11}{'processor':>11}{'peak':>9}   runs")
    for one in contenders:
        figures = [one.median, min(one.seconds), one.busy]
        cells = "".join(f"{figure * scale:>8.{2 if scale == 1 else 1}f} {unit:<2}" for figure in figures)
        print(f"  {one.name:<28}{cells}{one.peak / MEGABYTE:>6.0f} MB{one.rounds:>7}")


def judge(what, value, unit, limit, at_least=False):
    met = value >= limit if at_least else value <= limit
    if not met:
        missed.append(what)
    bound = "at least" if at_least else "at most"
    print(f"  {what:<52}{value:>7.2f} {unit:<6} target: {bound} {limit:<5g} {'met' if met else 'MISSED'}")


def compare(what, value, unit="times"):
    print(f"  {what:<52}{value:>7.2f} {unit}")
