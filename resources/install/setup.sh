#!/bin/sh
# Prepares a checkout: system libraries, a virtual environment in .venv, and the dependencies.
# Usage: sh resources/install/setup.sh [run|test|bench]
# Does only what is missing, so that it costs nothing the second time.
set -eu
cd "$(dirname "$0")/../.."
purpose=${1:-run}
venv=.venv

say() { printf '%s\n' "$*" >&2; }

# Libraries that Qt loads: "file that must be there|Debian package|its name in newer releases".
libraries='libGL.so.1|libgl1
libEGL.so.1|libegl1
libxkbcommon.so.0|libxkbcommon0
libdbus-1.so.3|libdbus-1-3
libfontconfig.so.1|libfontconfig1
libglib-2.0.so.0|libglib2.0-0|libglib2.0-0t64
libnss3.so|libnss3
libasound.so.2|libasound2|libasound2t64
libXcomposite.so.1|libxcomposite1
libXdamage.so.1|libxdamage1
libXrandr.so.2|libxrandr2
libXtst.so.6|libxtst6
libxkbfile.so.1|libxkbfile1'
window_libraries='libxcb-cursor.so.0|libxcb-cursor0
libxcb-icccm.so.4|libxcb-icccm4
libxcb-image.so.0|libxcb-image0
libxcb-keysyms.so.1|libxcb-keysyms1
libxcb-render-util.so.0|libxcb-render-util0
libxcb-shape.so.0|libxcb-shape0
libxkbcommon-x11.so.0|libxkbcommon-x11-0'

known_libraries() {
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true
}

# The first of several package names that this release has.
available() {
    for name in "$@"; do
        if [ -n "$(apt-cache policy "$name" 2>/dev/null | sed -n 's/^  Candidate: \((none)\)\{0,1\}//p')" ]; then
            printf '%s ' "$name"
            return
        fi
    done
    printf '%s ' "$1"
}

missing_packages() {
    known=$(known_libraries)
    wanted=$libraries
    if [ "$purpose" = run ] && [ -n "${DISPLAY:-}" ]; then
        wanted="$wanted
$window_libraries"
    fi
    printf '%s\n' "$wanted" | while IFS='|' read -r file first second; do
        case "$known" in
            *"$file "*) ;;
            *) available "$first" ${second:+"$second"} ;;
        esac
    done
    if ! ls /usr/share/fonts/truetype/*/*.ttf >/dev/null 2>&1 \
        && ! ls /usr/share/fonts/opentype/*/*.otf >/dev/null 2>&1; then
        printf 'fonts-dejavu-core '
    fi
}

# apt-get as root, with sudo where it asks for no password, else not at all.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

install_packages() {
    say "Installing Debian packages: $*"
    if as_root apt-get update -qq >/dev/null 2>&1 \
        && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    then
        return
    fi
    say ""
    say "These Debian packages are missing and could not be installed from here. Type:"
    say "    sudo apt-get update && sudo apt-get install -y $*"
    say "and run the command again."
    exit 1
}

find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null 2>&1 \
            && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
    say "Python 3.11 or newer is needed and was not found. On Debian: sudo apt-get install -y python3 python3-venv"
    exit 1
}

if command -v apt-get >/dev/null 2>&1 && [ "$(uname)" = Linux ]; then
    # Package names are looked up in the lists, which a fresh machine may not have yet.
    packages=$(missing_packages)
    if [ -n "$packages" ]; then
        as_root apt-get update -qq >/dev/null 2>&1 || true
        packages=$(missing_packages)
        # shellcheck disable=SC2086
        install_packages $packages
    fi
fi

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    say "Making a virtual environment in $venv with $python"
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        install_packages "$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')"
    fi
    "$python" -m venv --clear "$venv"
fi

# Which packages, at which versions: `make lock` writes the lists from pyproject.toml.
case $purpose in
    run) lock=resources/install/run.lock ;;
    *) lock=resources/install/dev.lock ;;
esac
stamp=$venv/.installed-$purpose
if [ ! -f "$stamp" ] || [ pyproject.toml -nt "$stamp" ] || [ "$lock" -nt "$stamp" ]; then
    say "Installing Python packages (a few minutes the first time)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --editable .
    # Some machines forbid Python to write compiled modules beside the sources, and compile at every start.
    env -u PYTHONDONTWRITEBYTECODE "$venv/bin/python" -m compileall -q advisor || true
    touch "$stamp"
fi
