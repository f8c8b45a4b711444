"""Updates every feed once a round with the library `reader`; runs in an environment of its own."""

import os
import sys
from pathlib import Path

from reader import make_reader

# As its guide has it for many feeds: retrieving and parsing in threads, storing in one.
WORKERS = 10


def main() -> None:
    """Add the feeds, then update them at every `go` of standard input; the rest is none of it."""
    base, feeds = sys.argv[1], int(sys.argv[2])
    reader = make_reader(str(Path(os.environ["WIREROOM_VAR"]) / "reader.sqlite3"))
    for number in range(feeds):
        reader.add_feed(f"{base}/feed/{number}.xml")
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "go":
            reader.update_feeds(scheduled=False, workers=WORKERS)  # not once an hour
        print("done", flush=True)
    print(reader.get_entry_counts().total, flush=True)


if __name__ == "__main__":
    main()
