"""Repairs a file in a process of its own: `python -m tests.bench.repairing FILE`.

Prints, as JSON, the seconds until the lexicon was open (the imports included), the CPU
seconds of the repair, and the most memory that was resident at any time, in MB.
"""

import json
import re
import sys
import time
from pathlib import Path


def main() -> None:
    started = time.perf_counter()
    from pipeline.config import RepairConfig
    from pipeline.lexicon import open_lexicon
    from pipeline.repair import repair_lines

    lexicon = open_lexicon()
    ready = time.perf_counter() - started
    words = 0
    before = time.process_time()
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        for line in repair_lines((row.rstrip("\n") for row in file), lexicon, RepairConfig()):
            words += len(line.text.split())
    spent = time.process_time() - before
    figures = {"ready": ready, "cpu": spent, "words": words, "megabytes": peak_megabytes()}
    sys.stdout.write(json.dumps(figures) + "\n")


def peak_megabytes() -> float:
    """Return the peak of resident memory since the program was loaded (Linux alone tells).

    `getrusage` would not do: it counts what the parent had when it started the process.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024


if __name__ == "__main__":
    main()
