"""Measures checks of one machine that are recorded: programs against xargs, files against pytest-testinfra and Ansible.

`readiness run` records every outcome durably; none of the others records anything. The programs are the
same on both sides, and so are the questions about the files: that each is there, who may read it, and
what it says.
"""

import os
import shutil

from contest import Contender, compare, judge, table, take_turns
from tls import CHECKLIST, write

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.join(os.path.dirname(HERE), ".tools", "bench", "bin")
COMMANDS = 1_000
FILES = 1_000
AT_ONCE = 4

STEP = """\
  - id: look
    title: One of many
    role: operations
    due: start
    for-each: {{number: [{numbers}]}}
    check: {check}
"""

TEST = """\
import pytest

@pytest.mark.parametrize("number", range({count}))
def test_file(host, number):
    file = host.file(f"{folder}/files/f-{{number}}")
    assert file.exists and file.mode == 0o640 and file.contains("gateway-{{}}".format(number))
"""

PLAYBOOK = """\
- hosts: localhost
  connection: local
  gather_facts: false
  vars: {{ansible_python_interpreter: /usr/bin/python3}}
  tasks:
    - stat: {{path: "{folder}/files/f-{{{{ item }}}}", get_checksum: false}}
      register: seen
      loop: "{{{{ range({count}) | list }}}}"
    - assert: {{that: "item.stat.exists and item.stat.mode == '0640'", quiet: true}}
      loop: "{{{{ seen.results }}}}"
      loop_control: {{label: file}}
"""


def prepare(folder, count, check):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    numbers = ", ".join(str(number) for number in range(count))
    write(f"{folder}/checklist.yaml", CHECKLIST.format(steps=STEP.format(numbers=numbers, check=check)))


def run(readiness, folder, *options):
    """The command that carries the checks out, each time with a ledger of its own."""
    words = " ".join(options)
    return ["/bin/sh", "-c", f'rm -rf "{folder}/ledger" && exec "{readiness}" run "{folder}/checklist.yaml" {words} '
            f'--create --ledger "{folder}/ledger/ledger.sqlite" 2>"{folder}/run.log"']


def measure_commands(readiness, work):
    folder = os.path.join(os.path.abspath(work), "commands")
    prepare(folder, COMMANDS, "{command: {run: [/bin/true, '${number}']}}")
    ours = Contender("readiness run, recorded", run(readiness, folder, "--allow-commands", f"--jobs {AT_ONCE}"), 7)
    peer = Contender("xargs -P", ["/bin/sh", "-c", f"seq {COMMANDS} | xargs -P {AT_ONCE} -n 1 /bin/true"], 7)
    print(f"\ncommands: {COMMANDS:,} programs, {AT_ONCE} at a time")
    take_turns([ours, peer])
    table([ours, peer], "s", 1)
    judge("time of xargs / readiness", peer.median / ours.median, "times", 1.2, at_least=True)


def measure_files(readiness, work):
    folder = os.path.join(os.path.abspath(work), "files")
    prepare(folder, FILES, "{file: {path: 'files/f-${number}', mode: '0640', content: 'gateway-${number}'}}")
    os.makedirs(f"{folder}/files")
    for number in range(FILES):
        write(f"{folder}/files/f-{number}", f"host: gateway-{number}\n")
        os.chmod(f"{folder}/files/f-{number}", 0o640)
    write(f"{folder}/test_files.py", TEST.format(count=FILES, folder=folder))
    write(f"{folder}/playbook.yaml", PLAYBOOK.format(count=FILES, folder=folder))
    ours = Contender("readiness run, recorded", run(readiness, folder), 5)
    tests = Contender("pytest-testinfra", [f"{TOOLS}/pytest", "-q", "-p", "no:cacheprovider", "--hosts", "local://",
                                           f"{folder}/test_files.py"], 1)
    playbook = Contender("Ansible, local connection", [f"{TOOLS}/ansible-playbook", "-i", "localhost,",
                                                       f"{folder}/playbook.yaml"], 1)
    print(f"\nfiles: {FILES:,} files")
    take_turns([ours, tests, playbook])
    table([ours, tests, playbook], "s", 1)
    judge("time of pytest-testinfra / readiness", tests.median / ours.median, "times", 50, at_least=True)
    judge("time of Ansible / readiness", playbook.median / ours.median, "times", 50, at_least=True)
    compare("processor time of pytest-testinfra / readiness", tests.busy / ours.busy)


def measure(readiness, work):
    measure_commands(readiness, work)
    measure_files(readiness, work)
