#!/usr/bin/env bash
# Installs the typefaces that samples and the pages of tests are printed in.
set -euo pipefail
cd "$(dirname "$0")/.."

read -ra wanted < <(.venv/bin/python -c \
    'from corpus.render.fonts import missing_packages; print(*missing_packages())')

[ ${#wanted[@]} -eq 0 ] || exec scripts/install.sh "${wanted[@]}"
