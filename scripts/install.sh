#!/usr/bin/env bash
# Installs the Debian packages that are named. Without root or apt it says what to install and
# stops with exit code 3.
set -euo pipefail

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Prickfri needs these system packages: $*" >&2
    echo "Install them, then run the same command again. On Debian or Ubuntu:" >&2
    echo "    sudo apt-get update && sudo apt-get install --yes $*" >&2
    exit 3
fi

echo "Installing $*"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install --yes -qq --no-install-recommends "$@" >/dev/null
