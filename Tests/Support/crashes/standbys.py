"""Standbys that are promoted, and one that says nothing."""

import os
import random
import signal
import threading
import time
import urllib.error
import urllib.request

from load import posting
from parts import wait_for
from place import health


def pair(place):
    """A primary that waits for its standby, and an address that names both."""
    settings = ["synchronous_standby_names=*", "hot_standby=on"]
    primary = place.postgres("one", settings).make()
    # Nothing waits before there is a standby.
    primary.settings = []
    primary.start()
    address = place.ledger(primary)
    standby = place.postgres("two", settings).copy(primary).start()
    primary.stop()
    primary.settings = settings
    primary.start()
    wait_for(lambda: primary.ask("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1")
    both = f"{primary.folder},{standby.folder}"
    return primary, standby, address.replace(f"host={primary.folder}", f"host={both}&target_session_attrs=read-write")


def promoted(place, full):
    """The primary is killed for good, and its standby goes on; then they change their places."""
    times = 4 if full else 1
    primary, standby, address = pair(place)
    place.load.serve([place.server(address), place.server(address)])
    for _ in range(times):
        place.load.burst(60)
        time.sleep(random.uniform(0.05, 0.3))
        primary.kill()
        place.load.burst(20)
        standby.promote()
        # Nothing is acknowledged before the new one has a standby itself.
        primary.copy(standby).start()
        primary, standby = standby, primary
    place.load.settle()
    return f"{times} × promotion of a synchronous standby"


def signed(server):
    """How many entries the newest checkpoint that a server shows has; 0 where it shows none."""
    request = urllib.request.Request(
        f"{server.url}/checkpoint", headers={"Authorization": f"Bearer {os.environ['READINESS_TOKEN']}"})
    try:
        return int(urllib.request.urlopen(request, timeout=60).read().split(b"\n")[1])
    except OSError:
        return 0


def all_ill(servers):
    """Asks the servers, each by several at once, how they are: not well, and soon."""
    answers = []

    def ask(server):
        start = time.monotonic()
        answers.append((health(server), time.monotonic() - start))

    asking = [threading.Thread(target=ask, args=(server,)) for server in servers for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    for status, seconds in answers:
        if status != 503 or seconds > 10:
            posting.wrong.append(f"without a standby a server says {status} of its health, after {seconds:.1f} s")


def unconfirmed(place, full):
    """What a standby did not confirm is on the disk of the primary, and is seen there after a crash: it is
    neither signed nor acknowledged to who asks again, and is gone once the standby is promoted."""
    times = 4 if full else 1
    primary, standby, address = pair(place)
    servers = [place.server(address), place.server(address)]
    place.load.serve(servers)
    for _ in range(times):
        place.load.burst(20)
        wait_for(lambda: place.load.acknowledged == place.load.sent)
        known, most = place.load.acknowledged, max(map(signed, servers))
        receiver = wait_for(standby.receiver)
        os.kill(receiver, signal.SIGSTOP)
        place.load.burst(30)
        time.sleep(1)
        primary.kill()
        # The standby comes back to nobody; the primary has what it did not confirm.
        primary.start()
        # What waited is told that nobody knows, and asks again for what is on record by now.
        failed = posting.failed
        wait_for(lambda: posting.failed > failed, 120)
        for _ in range(2):
            all_ill(servers)
            # What was found out is good for five seconds; what is asked then holds nothing up either.
            time.sleep(6)
        if max(map(signed, servers)) > most:
            posting.wrong.append("a server signed what no standby has")
        if place.load.acknowledged != known:
            posting.wrong.append("a server acknowledged what no standby has")
        primary.kill()
        # What lies unread in its socket is gone; all of the standby begins anew from its disk.
        os.kill(receiver, signal.SIGKILL)
        wait_for(lambda: standby.receiver() != receiver and standby.is_ready())
        standby.promote()
        primary.copy(standby).start()
        primary, standby = standby, primary
        wait_for(lambda: place.load.acknowledged == place.load.sent, 120)
        wait_for(lambda: all(health(server) == 200 for server in servers))
    place.load.settle()
    return f"{times} × promotion behind a standby that lagged"
