#!/usr/bin/env bash
# Installs what Prickfri needs from the system: Tesseract 5 with its Swedish model, and
# Python's venv module. Does nothing when all is there. Without root or apt it says what to
# install and stops with exit code 3.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=()
command -v tesseract >/dev/null || wanted+=(tesseract-ocr)
for language in swe eng osd; do
    tesseract --list-langs 2>/dev/null | grep -qx "$language" || wanted+=("tesseract-ocr-$language")
done
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3-venv)

[ ${#wanted[@]} -eq 0 ] && exit 0

scripts/install.sh "${wanted[@]}" || {
    code=$?
    echo "Elsewhere: Tesseract 5 (https://tesseract-ocr.github.io) with the languages swe, eng and osd." >&2
    exit "$code"
}
