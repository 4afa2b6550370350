"""Servers and databases that are killed."""

import random
import time


def kill_servers(place, times, servers):
    """Each time, some of a burst is answered and the rest is under way."""
    place.load.serve(servers)
    for number in range(times):
        server = servers[number % len(servers)]
        before = place.load.acknowledged
        place.load.burst(24)
        some = random.randrange(24)
        end = time.monotonic() + 5
        while place.load.acknowledged < before + some and time.monotonic() < end:
            time.sleep(0.002)
        server.kill()
        server.start()
    place.load.settle()
    return f"{times} × kill -9 of a server"


def embedded(place, full):
    return kill_servers(place, 100 if full else 6, [place.server()])


def on_postgres(place, full):
    address = place.ledger(place.postgres().make().start())
    return kill_servers(place, 100 if full else 6, [place.server(address), place.server(address)])


def postgres_killed(place, full):
    times = 20 if full else 3
    database = place.postgres().make().start()
    address = place.ledger(database)
    place.load.serve([place.server(address), place.server(address)])
    for _ in range(times):
        place.load.burst(60)
        time.sleep(random.uniform(0.02, 0.3))
        database.kill()
        place.load.burst(20)
        database.start()
    place.load.settle()
    return f"{times} × kill -9 of PostgreSQL and its children"
