"""Writes the files that the benchmarks read; the same call gives the same bytes everywhere.

    generate.py large PATH BYTES      one checklist of about that size
    generate.py many  FOLDER COUNT    that many checklists of six to twenty-nine steps
"""

import os
import sys

HEAD = """\
readiness: 1
id: generated-{n}
title: "Generated checklist {n}: the gateways move to new endpoints"
owner: change-manager
timezone: Europe/Berlin

change:
  message: GEN-{n}
  product: Exchange
  platforms: [Online, US Instances, World tenant]
  category: stay informed
  created: 2035-10-{day:02}
  summary: |
    The endpoints that devices use move to new hosts. Most devices follow by themselves.
    Those behind a gateway follow only where the gateway lets them.
  links:
    - {{title: Announcement, url: "https://www.example.com/changes/{n}"}}

parameters:
  cloud: {{default: worldwide, one-of: [worldwide, china], text: Where the tenant lives}}
  endpoint:
    from: cloud
    values: {{worldwide: "endpoint-{n}.example.com", china: "endpoint-{n}.example.cn"}}

timeline:
  - id: pilot
    title: Pilot group
    starts: 2035-10-{day:02}
    ends: 2035-10-31
    status: started
  - id: everyone
    title: Everyone else
    starts: {{earliest: 2035-11-01, latest: 2035-11-30}}
    source: "early November"

roles:
  change-manager: {{title: Change Managers, members: [carla@example.com, chris@example.com]}}
  network-engineer: {{title: Network Engineers, members: [nora@example.com, nils@example.com]}}
  help-desk: {{title: Help Desk, members: [hana@example.com]}}

effects:
  - id: firewall
    kind: risk
    title: A firewall does not know the new hosts
    text: Mail stops for devices behind the gateway.
    likelihood: medium
    impact: high
    roles: [network-engineer]
    references: ["https://www.example.com/firewall"]
  - {{id: tickets, kind: effect, title: More tickets, likelihood: high, roles: [help-desk]}}

defaults: {{fresh-for: 24h, timeout: 10s}}
waivers: {{by: [change-manager], longest: 30d}}

steps:
"""

STEPS = (
    """\
  # {s}: from the place where the gateway stands
  - id: step-{s}
    title: "Gateway {g} negotiates TLS 1.3 with the endpoint"
    role: network-engineer
    due: pilot - {days}d
    level: blocking
    text: |
      Open a connection from the gateway to `${{endpoint}}`, and look at what was negotiated.

      - the version is 1.3
      - the certificate was issued by the expected authority
    addresses: [firewall]
    needs: [{needs}]
    when: {{cloud: worldwide}}
    check:
      - tls: {{host: "${{endpoint}}", port: 443, minimum-version: 1.3, expires: {{warn: 30d, fail: 7d}}}}
      - dns: {{name: "${{endpoint}}", contains: 192.0.2.{g}}}
      - tcp:
          host: gateway-{g}.example.com
          port: 443      # the only port that is open
          timeout: 5s
""",
    """\
  - id: step-{s}
    title: The change of gateway {g} is approved
    role: network-engineer
    due: everyone.start - {days}bd
    text: Somebody other than the one who asked for it has looked at the change of gateway {g}.
    addresses: [firewall]
    needs: [{needs}]
    check:
      file: {{path: "changes/gateway-{g}.pdf", size: {{minimum: 1}}}}
    sign-off:
      by: [network-engineer, change-manager]
      evidence: required
      valid-for: 30d
""",
    """\
  - id: step-{s}
    title: 'The desk knows what users of gateway {g} may see'
    role: help-desk
    due: everyone - {days}d
    level: advisory
    text: >
      The desk has a page with symptoms, the first questions
      and the way to reach the network team.
    addresses: [tickets]
    needs: [{needs}]
    sign-off: {{}}
""",
)


def crowd(name, owner, people):
    """A checklist with one step that each of so many people, `person-1` and on, signs."""
    members = ", ".join(f"person-{number}@example.com" for number in range(1, people + 1))
    return f"""\
readiness: 1
id: {name}
title: A rollout that many signed
owner: owner
signing: required
timeline:
  - {{id: start, title: Start, starts: 2050-03-01}}
roles:
  owner: {{title: Owner, members: [{owner}]}}
  crowd: {{title: Crowd, members: [{members}]}}
steps:
  - {{id: seen, title: Everybody has seen it, role: crowd, due: start, sign-off: {{}}}}
"""


def steps(first, count):
    for s in range(first, first + count):
        needs = ", ".join(f"step-{s - back}" for back in (3, 6) if s - back >= 1)
        yield STEPS[s % len(STEPS)].format(s=s, g=s % 97, days=max(1, 900 - s), needs=needs)


def large(path, size):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        written = file.write(HEAD.format(n=1, day=10))
        step = 1
        while written < size:
            written += sum(map(file.write, steps(step, 100)))
            step += 100


def many(folder, count):
    os.makedirs(folder, exist_ok=True)
    for n in range(1, count + 1):
        path = os.path.join(folder, f"generated-{n:05}.yaml")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(HEAD.format(n=n, day=1 + n % 28))
            file.writelines(steps(1, 6 + n * 7 % 24))


if __name__ == "__main__":
    kind, place, amount = sys.argv[1:]
    {"large": large, "many": many}[kind](place, int(amount))
