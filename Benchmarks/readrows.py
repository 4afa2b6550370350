"""Reads, hashes and parses the entries of a rollout: readrows.py LEDGER ROLLOUT"""

import hashlib
import json
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
rows = database.execute(
    "SELECT bytes FROM rollout_entries JOIN entries USING (sequence) WHERE rollout = ? ORDER BY ordinal",
    (sys.argv[2],),
)
count = 0
for (entry,) in rows:
    hashlib.sha256(b"\0" + entry).digest()
    json.loads(entry)
    count += 1
print(count)
