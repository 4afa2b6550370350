"""Renders the facts of a report with Jinja2: the same tables in Markdown and HTML, escaped.

    jinja.py FACTS.json FOLDER
"""

import json
import os
import re
import sys

import jinja2

MARKDOWN = """\
# {{ verdict }}: {{ checklist.title|md }}

as of {{ asOf }}

| Open conditions | What is missing |
| --- | --- |
{% for one in open[:10] -%}
| `{{ one.id }}` {{ one.title|md }} | {{ one.reason.text|md }} |
{% endfor %}
## Steps

| Step | Status | On record | Due |
| --- | --- | --- | --- |
{% for step in steps -%}
| [`{{ step.id }}`](#step-{{ loop.index }}) {{ step.title|md }} | {{ step.status }} | {{ step.reason.text|md }} | {{ step.due }} |
{% endfor %}
## Evidence, step by step
{% for step in steps %}
<a id="step-{{ loop.index }}"></a>

### {{ step.title|md }}

`{{ step.id }}` · {{ step.level }} · {{ step.role|md }} · due `{{ step.due }}`{% for need in step.needs %} · needs `{{ need }}`{% endfor %}
{% endfor %}"""

HTML = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ checklist.title }}</title></head><body>
<h1>{{ verdict }}: {{ checklist.title }}</h1><p>as of {{ asOf }}</p>
<table><thead><tr><th>Open conditions</th><th>What is missing</th></tr></thead><tbody>
{% for one in open[:10] %}<tr><td><code>{{ one.id }}</code> {{ one.title }}</td><td>{{ one.reason.text }}</td></tr>
{% endfor %}</tbody></table><h2>Steps</h2>
<table><thead><tr><th>Step</th><th>Status</th><th>On record</th><th>Due</th></tr></thead><tbody>
{% for step in steps %}<tr><td><a href="#step-{{ loop.index }}"><code>{{ step.id }}</code></a> {{ step.title }}</td>\
<td>{{ step.status }}</td><td>{{ step.reason.text }}</td><td>{{ step.due }}</td></tr>
{% endfor %}</tbody></table><h2>Evidence, step by step</h2>
{% for step in steps %}<h3 id="step-{{ loop.index }}">{{ step.title }}</h3>
<p><code>{{ step.id }}</code> · {{ step.level }} · {{ step.role }} · due <code>{{ step.due }}</code>\
{% for need in step.needs %} · needs <code>{{ need }}</code>{% endfor %}</p>
{% endfor %}</body></html>"""

SPECIAL = re.compile(r"([\\`*_\[\]<>&~#|])")


def main():
    path, folder = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        facts = json.load(file)
    facts["open"] = [step for step in facts["steps"] if step["status"] not in ("ready", "not applicable")]
    for name, template, escapes in (("peer.md", MARKDOWN, False), ("peer.html", HTML, True)):
        environment = jinja2.Environment(autoescape=escapes)
        environment.filters["md"] = lambda text: SPECIAL.sub(r"\\\1", " ".join(text.split()))
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(environment.from_string(template).render(facts))


main()
