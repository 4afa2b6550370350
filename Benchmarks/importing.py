"""How fast posts of the Message Center are imported; see measure.py."""

import json
import os
import random
import sys

from contest import MEGABYTE, Contender, compare, judge, table, take_turns

PYTHON = "/usr/bin/python3"
POSTS = 1_000
MONTHS = "January February March April May June July August September October November December".split()


def body(numbers):
    """A text in the form of real posts, of their usual length."""
    part = lambda: numbers.choice(["early", "mid", "late"])
    line = lambda who: (
        f"<p>{who}: We will begin rolling out {part()} {numbers.choice(MONTHS)} 2025 (previously {part()} March) "
        f"and expect to complete by {part()} {numbers.choice(MONTHS)} 2026.</p>"
    )
    sentence = "Contoso Mail takes another way to the people who read it, and nobody has to notice. "
    return (
        f'<p>Updated March 3, 2025: We have updated the timeline.</p><p>{sentence * 6}</p>'
        f'<p>This message is associated with <a href="https://example.com/roadmap?a=1&amp;b={numbers.random()}">'
        f"{numbers.randrange(999999)}</a>.</p><p>[When this will happen:]</p>{line('Targeted Release')}"
        f"{line('General Availability (Worldwide, GCC)')}<p>[How this will affect your organization:]</p>"
        f"<p>{sentence * 8}</p><ul>{''.join(f'<li>{sentence}</li>' for _ in range(5))}</ul>"
        f"<p>[What you need to do to prepare:]</p><p>This rollout will happen automatically with no admin action "
        f"required. You may want to notify your users about this change and update any relevant documentation.</p>"
    )


def generate(path):
    numbers = random.Random(8)
    posts = [
        {
            "Id": f"MC{900000 + number}",
            "Title": f"Contoso Mail: way {number}",
            "Body": {"ContentType": "html", "Content": body(numbers)},
            "Services": ["Exchange Online"],
            "Tags": ["Admin impact"],
            "StartDateTime": "2025-03-01T08:00:00Z",
            "LastModifiedDateTime": "2025-03-03T08:00:00Z",
        }
        for number in range(POSTS)
    ]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(posts, file)


def measure(readiness, work):
    path = os.path.join(work, "posts.json")
    generate(path)
    size = os.path.getsize(path) / MEGABYTE
    command = [readiness, "import", path, "--format", "json"]
    ours = Contender("readiness import", command, 7)
    parse = Contender("BeautifulSoup with lxml parses", [PYTHON, os.path.abspath(__file__), path], 5)
    print(f"\nimport: {POSTS} posts in one call, {size:.1f} MB")
    take_turns([ours, parse])
    table([ours, parse], "s", 1)
    judge("time of BeautifulSoup with lxml / readiness import", parse.median / ours.median, "times", 5.0, at_least=True)
    compare("the same by processor time", parse.busy / ours.busy)


def main():
    """The peer: it parses each text into a tree, and reads nothing out of it."""
    from bs4 import BeautifulSoup

    with open(sys.argv[1], encoding="utf-8") as file:
        for post in json.load(file):
            BeautifulSoup(post["Body"]["Content"], "lxml")


if __name__ == "__main__":
    main()
