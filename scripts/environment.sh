#!/usr/bin/env bash
# Makes the locked Python environment in .venv/, or brings it up to date with the lock file.
set -euo pipefail
cd "$(dirname "$0")/.."

python="${PYTHON:-python3}"
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Prickfri needs Python 3.11 or later; '$python' is $("$python" --version 2>&1)." >&2
    echo "Name another one: make run PYTHON=python3.11" >&2
    exit 3
fi

lock=$(sha256sum requirements.lock pyproject.toml | sha256sum | cut -d' ' -f1)
[ "$(cat .venv/.lock 2>/dev/null)" = "$lock" ] && exit 0

echo "Installing the locked Python environment in .venv/ (a few minutes the first time)"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
echo "$lock" > .venv/.lock
