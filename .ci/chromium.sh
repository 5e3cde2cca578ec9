#!/usr/bin/env bash
# The system's Chromium for the tests in a browser: installed when missing. Prints where it is.
#
# Debian's package alone is used, never a browser that a test tool downloads: what is tested with is then kept up to
# date with the system. It fails, with the reason on stderr, where Chromium is neither there nor to be had.
set -euo pipefail

find_chromium() {
    local program
    for program in /usr/bin/chromium /usr/bin/chromium-browser; do
        if [ -x "$program" ]; then
            echo "$program"
            return 0
        fi
    done
    return 1
}

if ! find_chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            chromium fonts-dejavu-core
    } >&2 || true
fi
find_chromium || {
    echo "Chromium is not installed and cannot be: install Debian's package chromium" >&2
    exit 1
}
