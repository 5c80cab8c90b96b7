#!/bin/sh
# The test command: makes .venv, installs what the tests need, runs linter, type checker and tests.
#
#     sh tests/run.sh [arguments for pytest]
#
# What the distribution has to bring is installed when that is allowed (as root, or by sudo without a password);
# otherwise this names what is missing, and fails.
set -eu
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }
found() { for file in "$@"; do if [ -e "$file" ]; then return 0; fi; done; return 1; }

# What is missing from the distribution, in the names of Debian and Ubuntu.
missing() {
    if ! have python3; then echo python3 python3-venv; elif ! python3 -c 'import ensurepip, venv' 2>/dev/null; then echo python3-venv; fi
    if ! have initdb && ! found /usr/lib/postgresql/*/bin/initdb; then echo postgresql; fi
    if ! have chromium && ! have chromium-browser && ! have google-chrome; then echo chromium; fi
    if ! have soffice; then echo libreoffice-writer-nogui; fi
    if ! fc-list :lang=vi 2>/dev/null | grep -q .; then echo fontconfig fonts-dejavu-core; fi
    if ! have node || ! have npm; then echo nodejs npm; fi
    if ! found /usr/lib/dovecot/imap /usr/libexec/dovecot/imap; then echo dovecot-imapd; fi
    if ! have cc; then echo gcc libc6-dev; fi
    if ! found /usr/include/libical/ical.h /usr/local/include/libical/ical.h; then echo libical-dev; fi
}

installer() {
    if ! have apt-get; then return 1; fi
    if [ "$(id -u)" = 0 ]; then echo env; elif have sudo && sudo -n true 2>/dev/null; then echo sudo -n env; else return 1; fi
}

packages=$(missing | tr '\n' ' ')
if [ -n "$packages" ]; then
    if as=$(installer); then
        say "apt-get install $packages"
        log=$(mktemp)
        # shellcheck disable=SC2086 # both are lists of words
        { $as apt-get update -qq && $as DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages; } \
            >"$log" 2>&1 </dev/null || tail -n 20 "$log" >&2
        rm -f "$log"
    fi
    packages=$(missing | tr '\n' ' ')
    if [ -n "$packages" ]; then
        say "Missing: $packages"
        say "Install them, on Debian or Ubuntu by: sudo apt-get install $packages"
        exit 1
    fi
fi

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Missing: Python 3.11 or newer (python3 is $(python3 -V))"
    exit 1
fi

# The environment is made anew when its Python has gone, filled anew when pyproject.toml says something else.
if ! .venv/bin/python -c '' 2>/dev/null; then
    say "python3 -m venv .venv"
    python3 -m venv --clear .venv
fi
stamp=".venv/tested-$( (cat pyproject.toml; .venv/bin/python -V) | cksum | tr ' ' -)"
if ! [ -e "$stamp" ]; then
    say "pip install -e .[test]"
    .venv/bin/python -m pip install -qq --disable-pip-version-check -e '.[test]'
    rm -f .venv/tested-*
    : >"$stamp"
fi
if ! found .venv/node/node_modules/ical.js/package.json || ! found .venv/node/node_modules/axe-core/package.json; then
    say "npm install ical.js@2 axe-core@4"
    npm install --prefix .venv/node --no-audit --no-fund --loglevel=error ical.js@2 axe-core@4 >/dev/null
fi

PATH="$PWD/.venv/bin:$PATH"
export PATH
# Every step runs, so that one look shows all that is wrong.
failed=
step() {
    say "$*"
    "$@" || failed="$failed, $*"
}
step ruff format --check --quiet .
step ruff check --quiet .
step mypy
step lint-imports --no-logo
step python tests/dead_code.py
say "pytest $*"  # on every core; a file stays on one, so that its fixtures are made once
python -m pytest -n auto --dist loadfile "$@" || failed="$failed, pytest"

if [ -n "$failed" ]; then
    say "Failed: ${failed#, }"
    exit 1
fi
say "All is well."
