"""`python -m corpus.readings [--part PART] [--jobs N]`: make the readings anew."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from corpus.readings.plan import WORDS, jobs
from corpus.readings.reading import read_job
from corpus.readings.record import Part, save
from corpus.readings.tally import Tally, report, tally
from pipeline.config import OcrConfig
from pipeline.errors import MissingRequirementError, PrickfriError
from pipeline.ocr.requirements import probe


def build(part: Part, workers: int) -> None:
    """Read all pages of a part, write its file and tell what came out.

    Raises MissingRequirementError where Tesseract, a language or a typeface is missing.
    """
    _require_languages()
    planned = list(jobs(part))
    with ProcessPoolExecutor(workers) as pool:
        results = list(pool.map(read_job, planned))
    path = save((line for result in results for line in result.lines), part)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for job, result in zip(planned, results, strict=True):
        tallies[job.language] += tally(result)
    sys.stdout.write(f"{path.name}\n")
    sys.stdout.writelines(f"{line}\n" for line in report(tallies.items()))


def _require_languages() -> None:
    for need in probe(OcrConfig(languages="+".join(WORDS), detect_orientation=False)):
        if need.found is None:
            raise MissingRequirementError(f"{need.name} is not installed.", need.remedy)


def main(arguments: Sequence[str]) -> int:
    """Build the parts that the command line names; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m corpus.readings", description=__doc__)
    parser.add_argument("--part", type=Part, choices=list(Part), help="both where left out")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: 1)")
    chosen = parser.parse_args(arguments)
    try:
        for part in (chosen.part,) if chosen.part else Part:
            build(part, chosen.jobs)
    except PrickfriError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
