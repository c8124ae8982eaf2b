#!/usr/bin/env bash
# Installs what Prickfri needs from the system: Tesseract 5 with its Swedish model, and
# Python's venv module. Does nothing when all is there. Without root or apt it says what to
# install and stops with exit code 3.
set -euo pipefail

wanted=()
command -v tesseract >/dev/null || wanted+=(tesseract-ocr)
for language in swe eng osd; do
    tesseract --list-langs 2>/dev/null | grep -qx "$language" || wanted+=("tesseract-ocr-$language")
done
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3-venv)

[ ${#wanted[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Prickfri needs these system packages: ${wanted[*]}" >&2
    echo "Install them, then run the same command again. On Debian or Ubuntu:" >&2
    echo "    sudo apt-get update && sudo apt-get install --yes ${wanted[*]}" >&2
    echo "Elsewhere: Tesseract 5 (https://tesseract-ocr.github.io) with the languages swe, eng and osd." >&2
    exit 3
fi

echo "Installing ${wanted[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install --yes -qq --no-install-recommends "${wanted[@]}" >/dev/null
