"""Measures TLS checks that are recorded against probes that are not.

Both sides make the same verified TLS 1.3 handshakes with one nginx on loopback, AT_ONCE at a time:
`readiness run` records every outcome durably, Debian's prometheus-blackbox-exporter answers requests
of `ab` and records nothing.
"""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

from contest import Contender, compare, judge, table, take_turns

HOST = "bench.test"
HANDSHAKES = 2_000
AT_ONCE = 32

NGINX = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        ssl_protocols TLSv1.3;
        ssl_session_tickets off;
        ssl_session_cache off;
        return 200;
    }}
}}
"""

EXPORTER = """
modules:
  tls:
    prober: tcp
    timeout: 10s
    tcp:
      tls: true
      tls_config: {{ca_file: {folder}/ca.pem, server_name: {host}, min_version: TLS13}}
"""

CHECKLIST = """\
readiness: 1
id: handshakes
title: Many handshakes with one host
owner: operations
timeline: [{{id: start, title: Start, starts: 2050-01-01}}]
roles: {{operations: {{title: Operations, members: [otto@example.com]}}}}
steps:
{steps}
"""

STEP = """\
  - id: handshake-{part}
    title: A handshake
    role: operations
    due: start
    for-each: {{number: [{numbers}]}}
    check: {{tls: {{host: {host}, connect-to: "127.0.0.1:{port}", ca-file: "{folder}/ca.pem", minimum-version: 1.3}}}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificates(folder):
    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=folder)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl("req", "-x509", *key, "-days", "30", "-subj", "/O=Bench/CN=Bench Root", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *key, "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", "server.key", "-out", "server.csr")
    openssl("x509", "-req", "-days", "30", "-copy_extensions", "copy", "-in", "server.csr", "-CA", "ca.pem",
            "-CAkey", "ca.key", "-CAcreateserial", "-out", "server.pem")


@contextlib.contextmanager
def server(command, port):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        else:
            sys.exit(f"{command[0]} did not start")
        yield
    finally:
        process.terminate()
        process.wait()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def prepare(work):
    """The folder with certificates and the checklist, and the ports of the two servers."""
    folder = os.path.join(os.path.abspath(work), "tls")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    make_certificates(folder)
    port, exporter = free_port(), free_port()
    write(f"{folder}/nginx.conf", NGINX.format(folder=folder, port=port))
    write(f"{folder}/exporter.yaml", EXPORTER.format(folder=folder, host=HOST))
    part = 1_000
    steps = [
        STEP.format(part=first // part, numbers=", ".join(str(first + one) for one in range(part)),
                    host=HOST, port=port, folder=folder)
        for first in range(0, HANDSHAKES, part)
    ]
    write(f"{folder}/checklist.yaml", CHECKLIST.format(steps="".join(steps)))
    return folder, port, exporter


def handshakes_per_second(port, folder):
    """What OpenSSL does alone on all processors: it verifies, records nothing, and asks no name."""
    seconds = 3
    command = ["/usr/bin/openssl", "s_time", "-connect", f"127.0.0.1:{port}", "-new", "-tls1_3", "-verify", "3",
               "-CAfile", f"{folder}/ca.pem", "-time", str(seconds)]
    alone = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
             for _ in range(os.cpu_count())]
    texts = [process.communicate()[0] for process in alone]
    counts = [int(found) for text in texts for found in re.findall(r"^(\d+) connections in \d+ real seconds", text, re.M)]
    if len(counts) != len(alone):
        sys.exit("openssl s_time does not say what it did")
    return sum(counts) / seconds


def measure(readiness, work):
    folder, port, exporter = prepare(work)
    url = f"http://127.0.0.1:{exporter}/probe?target=127.0.0.1:{port}&module=tls"
    run = f'rm -rf "{folder}/ledger" && exec "{readiness}" run "{folder}/checklist.yaml" --jobs {AT_ONCE} ' \
          f'--create --ledger "{folder}/ledger/ledger.sqlite" 2>"{folder}/run.log"'
    ours = Contender("readiness run, recorded", ["/bin/sh", "-c", run], 5)
    peer = Contender("blackbox exporter through ab",
                     ["/usr/bin/ab", "-q", "-l", "-k", "-n", str(HANDSHAKES), "-c", str(AT_ONCE), url], 5)
    print(f"\nTLS: {HANDSHAKES} verified TLS 1.3 handshakes with nginx, {AT_ONCE} at a time")
    nginx = ["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"]
    probing = ["/usr/bin/prometheus-blackbox-exporter", f"--config.file={folder}/exporter.yaml",
               f"--web.listen-address=127.0.0.1:{exporter}", "--log.level=error"]
    with server(nginx, port), server(probing, exporter):
        with urllib.request.urlopen(url) as answer:
            if "probe_success 1" not in answer.read().decode():
                sys.exit("the exporter does not succeed in its probe")
        take_turns([ours, peer])
        alone = handshakes_per_second(port, folder)
    table([ours, peer], "s", 1)
    compare("rate of openssl s_time on all processors / exporter", alone * peer.median / HANDSHAKES)
    judge("rate of readiness / exporter", peer.median / ours.median, "times", 1.0, at_least=True)
