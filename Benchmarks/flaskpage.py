"""A rollout's page as a program in Python makes it: the peer of server.py.

It reads the entries of the rollout from the same tables, takes each apart, and shows the same facts. It
verifies no hash and no signature, and judges nothing but who signed.
"""

import json
import os
import threading

import psycopg
from flask import Flask, abort

application = Flask(__name__)
connections = {}
ENTRIES = """
SELECT e.sequence, e.bytes FROM readiness.rollout_entries l JOIN readiness.entries e ON e.sequence = l.sequence
WHERE l.rollout = %s ORDER BY l.ordinal
"""
PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ name }}</title>
<style>table { border-collapse: collapse } td, th { padding: 0.2em 0.6em; border-bottom: 1px solid #ccc }</style></head>
<body><h1>{{ name }}</h1><p>{{ entries|length }} entries, {{ signed }} people signed</p>
{% for decision in decisions %}<p>{{ decision.principal }}: {{ decision.body.choice }}, {{ decision.body.reason }}</p>{% endfor %}
<table><thead><tr><th>Step</th><th>Entry</th><th>When</th><th>Who</th><th>Role</th><th>Said</th><th>Note</th><th>Digest</th></tr></thead>
<tbody>{% for entry in entries %}<tr><td>{{ entry.statement.step.id if entry.statement.step else "" }}</td><td>{{ entry.sequence }}</td>
<td><time datetime="{{ entry.recordedAt }}">{{ entry.recordedAt }}</time></td><td>{{ entry.statement.principal }}</td>
<td>{{ entry.statement.role or "" }}</td><td>{{ entry.statement.body.choice or entry.statement.kind }}</td>
<td>{{ entry.statement.body.note or "" }}</td><td><code>{{ entry.statement.checklist }}</code></td></tr>
{% endfor %}</tbody></table></body></html>
"""

# Compiled once, as a template in a file is.
template = application.jinja_env.from_string(PAGE)


def connection():
    """One for each thread of a worker."""
    key = threading.get_ident()
    if key not in connections:
        connections[key] = psycopg.connect(os.environ["DATABASE"], autocommit=True)
    return connections[key]


@application.get("/rollouts/<name>")
def rollout(name):
    rows = connection().execute(ENTRIES, (name,)).fetchall()
    if not rows:
        abort(404)
    entries = [json.loads(bytes(text)) for _, text in rows]
    decisions = [entry["statement"] for entry in entries if "reason" in entry["statement"]["body"]]
    signed = len({entry["statement"]["principal"] for entry in entries})
    return template.render(name=name, entries=entries, decisions=decisions, signed=signed)
