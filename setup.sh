#!/bin/sh
# Sets sheetsync up in .venv beside this file, then runs what it is asked for:
#   sh setup.sh demo [DIR]    a sample call log, synced and summed up
#   sh setup.sh test [ARGS]   the tests
#   sh setup.sh               only sets up; then: .venv/bin/sheetsync --help
# Needs Python 3.10 or newer. The system's Python is left as it is.
set -eu
cd "$(dirname "$0")"

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; }

if [ ! -x .venv/bin/python ] || ! fits .venv/bin/python; then
  python=
  for name in python3 python3.13 python3.12 python3.11 python3.10; do
    if fits "$name"; then python=$name; break; fi
  done
  if [ -z "$python" ]; then echo "sheetsync needs Python 3.10 or newer; none was found." >&2; exit 1; fi
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    # Debian and Ubuntu keep the venv module in a package of its own.
    if [ -x /usr/bin/apt-get ] && [ "$(id -u)" = 0 ]; then
      apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
      "$python" -m venv .venv
    else
      echo "Python lacks its venv module. On Debian or Ubuntu: sudo apt install python3-venv. Then run this again." >&2
      exit 1
    fi
  fi
fi

case "${1:-}" in
  test)
    shift
    .venv/bin/python -m pip install -q --disable-pip-version-check -e '.[test]'
    exec .venv/bin/python -m pytest "$@" ;;
  *)
    .venv/bin/python -m pip install -q --disable-pip-version-check -e .
    if [ $# -gt 0 ]; then exec .venv/bin/sheetsync "$@"; fi
    echo "Ready. Try: .venv/bin/sheetsync demo" ;;
esac
