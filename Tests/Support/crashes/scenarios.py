"""What is broken, each in a folder of its own, under load."""

from clocks import clock
from cutting import cut
from disks import full_database, full_disk
from killing import embedded, on_postgres, postgres_killed
from standbys import promoted, unconfirmed

# Those that mount a file system.
MOUNTED = ("disk", "database-disk")
# By name: what breaks, and the most statements that it wants.
ALL = {
    "embedded": (embedded, 2400), "servers": (on_postgres, 2400), "postgres": (postgres_killed, 1600),
    "promotion": (promoted, 320), "lag": (unconfirmed, 200), "cuts": (cut, 2000),
    "disk": (full_disk, 300), "database-disk": (full_database, 180), "clock": (clock, 450),
}
