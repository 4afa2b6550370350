"""Measures HTTP checks that are recorded against probes that are not.

Both sides make the same requests to one nginx on loopback, each on a new connection and AT_ONCE at a time, once in plain
bytes and once over verified TLS 1.3: `readiness run` records every outcome durably, Debian's
prometheus-blackbox-exporter answers requests of `ab` and records nothing.
"""

import os
import shutil
import sys
import urllib.request

from contest import Contender, judge, table, take_turns
from tls import CHECKLIST, HOST, free_port, make_certificates, server, write

REQUESTS = 2_000
AT_ONCE = 16

NGINX = """
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    keepalive_timeout 0;
    server {{ listen 127.0.0.1:{plain}; return 200 "ok"; }}
    server {{
        listen 127.0.0.1:{secure} ssl;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        ssl_protocols TLSv1.3;
        ssl_session_tickets off;
        ssl_session_cache off;
        return 200 "ok";
    }}
}}
"""

EXPORTER = """
modules:
  plain:
    prober: http
    timeout: 10s
    http: {{preferred_ip_protocol: ip4, fail_if_body_not_matches_regexp: [ok]}}
  secure:
    prober: http
    timeout: 10s
    http:
      preferred_ip_protocol: ip4
      fail_if_body_not_matches_regexp: [ok]
      fail_if_not_ssl: true
      tls_config: {{ca_file: {folder}/ca.pem, server_name: {host}, min_version: TLS13}}
"""

STEP = """\
  - id: request-{part}
    title: A request
    role: operations
    due: start
    for-each: {{number: [{numbers}]}}
    check: {{http: {{{options}, content: ok}}}}
"""


def steps(options):
    part = 1_000
    return "".join(
        STEP.format(part=first // part, options=options,
                    numbers=", ".join(str(first + one) for one in range(part)))
        for first in range(0, REQUESTS, part))


def contest(readiness, folder, exporter, name, target, options, goal):
    write(f"{folder}/{name}.yaml", CHECKLIST.format(steps=steps(options)).replace("handshakes", name))
    url = f"http://127.0.0.1:{exporter}/probe?target={target}&module={name}"
    ledger = f"{folder}/ledger-{name}"
    run = f'rm -rf "{ledger}" && exec "{readiness}" run "{folder}/{name}.yaml" --jobs {AT_ONCE} ' \
          f'--create --ledger "{ledger}/ledger.sqlite" 2>"{folder}/{name}.log"'
    ours = Contender("readiness run, recorded", ["/bin/sh", "-c", run], 5)
    peer = Contender("blackbox exporter through ab",
                     ["/usr/bin/ab", "-q", "-l", "-k", "-n", str(REQUESTS), "-c", str(AT_ONCE), url], 5)
    print(f"\nHTTP, {name}: {REQUESTS} requests to nginx on new connections, {AT_ONCE} at a time")
    with urllib.request.urlopen(url) as answer:
        if "probe_success 1" not in answer.read().decode():
            sys.exit("the exporter does not succeed in its probe")
    take_turns([ours, peer])
    table([ours, peer], "s", 1)
    judge("rate of readiness / exporter", peer.median / ours.median, "times", goal, at_least=True)


def measure(readiness, work):
    folder = os.path.join(os.path.abspath(work), "http")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    make_certificates(folder)
    plain, secure, exporter = free_port(), free_port(), free_port()
    write(f"{folder}/nginx.conf", NGINX.format(folder=folder, plain=plain, secure=secure))
    write(f"{folder}/exporter.yaml", EXPORTER.format(folder=folder, host=HOST))
    nginx = ["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"]
    probing = ["/usr/bin/prometheus-blackbox-exporter", f"--config.file={folder}/exporter.yaml",
               f"--web.listen-address=127.0.0.1:{exporter}", "--log.level=error"]
    with server(nginx, plain), server(probing, exporter):
        contest(readiness, folder, exporter, "plain", f"http://127.0.0.1:{plain}",
                f'url: "http://127.0.0.1:{plain}/"', 4.0)
        contest(readiness, folder, exporter, "secure", f"https://127.0.0.1:{secure}",
                f'url: "https://{HOST}/", connect-to: "127.0.0.1:{secure}", '
                f'ca-file: "{folder}/ca.pem", minimum-version: 1.3', 1.2)
