"""Memory of everything that `bin/run` keeps running: `python -m config.bench.memory PID` (of bin/run).

Proportional set size: a page that two processes share counts half for each, so that the sum is true.
"""

import sys
from collections import defaultdict
from pathlib import Path

TARGET = 600  # MB, web, worker, beat and services at rest


def main() -> None:
    total = 0.0
    for pid in family(int(sys.argv[1])):
        size = proportional(pid)
        total += size
        print(f"  {size:7.1f} MB  {command(pid)[:100]}")
    print(f"  {total:7.1f} MB  in all; at most {TARGET}: {'reached' if total <= TARGET else 'NOT REACHED'}")


def family(root: int) -> list[int]:
    """The process and all its descendants."""
    children = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:  # ended meanwhile
            continue
        children[parent].append(int(folder.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting += children[found[-1]]
    return sorted(found)


def proportional(pid: int) -> float:
    """In MB; nothing for one that ended meanwhile."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) / 1024


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return "(ended)"


if __name__ == "__main__":
    main()
