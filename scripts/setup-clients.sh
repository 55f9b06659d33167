#!/bin/sh
# Fetches what the clients in other languages need beyond the build: gcc, JDK 17 and JNA, Node and koffi, valgrind; and the programs of
# others that read what is written: LibreOffice, and openpyxl and icalendar in a Python of their own. What the machine has is used. What cannot be had is told, and the tests that need it say that they are skipped; so this script always succeeds.
set -u
cd "$(dirname "$0")/.."

koffi=koffi@3.3.4
packages_python="openpyxl==3.1.5 icalendar==7.3.2"
modules=.tools/node/node_modules

say() { printf 'setup-clients: %s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

packages=
need() { have "$1" || packages="$packages $2"; }
need cc gcc
need javac openjdk-17-jdk-headless
need node nodejs
need npm npm
need valgrind valgrind
need pkg-config pkg-config
need nm binutils
need soffice libreoffice-calc-nogui
[ -f "${JNA_JAR:-/usr/share/java/jna.jar}" ] || packages="$packages libjna-java"
if [ -n "$packages" ]; then
    if have apt-get && [ "$(id -u)" = 0 ]; then
        say "installing with apt:$packages"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update >/dev/null 2>&1 </dev/null
        # One by one: what one system lacks must not keep the rest away.
        for package in $packages; do
            apt-get install -y --no-install-recommends "$package" >/dev/null 2>&1 </dev/null || say "not to be had: $package"
        done
    else
        say "not on this machine, and only root can install it with apt:$packages"
    fi
fi
if have npm && [ ! -d $modules/koffi ]; then
    say "fetching from npm: $koffi"
    mkdir -p .tools/node
    # Its binaries come in packages of their own, so no script needs to run.
    (cd .tools/node && npm install --no-audit --no-fund --ignore-scripts --silent $koffi) </dev/null || say "not to be had: $koffi"
fi
if [ ! -d .tools/packages ]; then
    say "fetching from PyPI: $packages_python"
    # shellcheck disable=SC2086 # Two packages.
    { python3 -m venv .tools/packages && .tools/packages/bin/pip install --quiet --disable-pip-version-check $packages_python; } </dev/null ||
        say "not to be had: $packages_python"
fi
exit 0
