"""Connections that end."""

import pathlib
import socket
import subprocess

from parts import wait_for

here = pathlib.Path(__file__).resolve().parent


def cut(place, full):
    """Connections end between servers and database, and between clients and a server."""
    count = 2000 if full else 200
    database = place.postgres().make().start()
    address = place.ledger(database)
    proxy = place.folder / "proxy"
    proxy.mkdir()
    words = [here.parent / "cutting-proxy", database.folder / ".s.PGSQL.5432", proxy, "7"]
    cutting = subprocess.Popen(list(map(str, words)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    cutting.stdout.readline()
    through = address.replace(str(database.folder), str(proxy))
    servers = [place.server(through), place.server(through)]
    place.load.serve(servers)
    clients = 0
    while place.load.sent < count:
        place.load.burst(20)
        for number in range(1, 5):
            clients += 1
            begin_and_leave(servers[number % 2], place.load.bodies[place.load.sent - number], number / 4)
        wait_for(lambda: place.load.acknowledged > place.load.sent - 20)
    place.load.settle()
    # What is read afterwards is not cut.
    servers[0].kill()
    servers[0].address = address
    servers[0].start()
    before, after = cutting.communicate("")[0].split()[-2:]
    return f"{int(before) + int(after)} connections to PostgreSQL cut ({after} behind a batch), {clients} of clients"


def begin_and_leave(server, body, part):
    """Sends part of a request, or all of it, and does not wait for the answer."""
    head = (f"POST /api/statements HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/vnd.readiness.statements\r\n\r\n").encode()
    whole = head + body
    with socket.create_connection(("127.0.0.1", server.port)) as peer:
        peer.sendall(whole[: int(len(whole) * part)])
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
