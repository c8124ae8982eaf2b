"""Write the set into a new folder: `python -m tests.bad_inputs FOLDER`."""

import sys
from pathlib import Path

from tests.bad_inputs.everything import KINDS, write_all

folder = Path(sys.argv[1]) / "sources"
folder.mkdir(parents=True)
write_all(folder)
sys.stdout.write(f"{len(KINDS)} kinds of bad input lie in {folder}.\n")
