#!/bin/sh
# Installs the Debian packages a step needs, and only those that are missing.
# Usage: sh installer/system.sh desk|tour|test|bench|servers
set -eu
cd "$(dirname "$0")/.."
. installer/voice.sh

packages_for() {
    case $1 in
        desk) steps=desk ;;
        tour | bench) steps='desk tour' ;;
        servers) steps=servers ;;
        *) steps='desk tour test' ;;
    esac
    awk -v steps=" $steps " '!/^#/ && NF && index(steps, " " $2 " ") { print $1 }' \
        installer/debian-packages.txt
    packages_for_python
}

# Debian ships Python without the part that makes virtual environments.
packages_for_python() {
    status=0
    python=$(sh installer/python.sh) || status=$?
    case $status in
        0) venv_package "$python" ;;
        3) echo python3 python3-venv ;;
        *) return "$status" ;;
    esac
}

venv_package() {
    case $1 in
        /usr/bin/* | /bin/*)
            "$1" -c 'import ensurepip, venv' 2> /dev/null ||
                "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
            ;;
    esac
}

# Names of installed packages and of what they stand in for, one a line.
installed() {
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g'
}

missing() {
    there=$(installed)
    for package in "$@"; do
        printf '%s\n' "$there" | grep -qxF "$package" || printf '%s ' "$package"
    done
}

# How to become root: "" when we are, "sudo" when it is there, no answer otherwise.
way_to_root() {
    if [ "$(id -u)" = 0 ]; then
        echo ''
    elif command -v sudo > /dev/null && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
        echo sudo
    else
        return 1
    fi
}

apt() {
    $root env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 -qq "$@" > /dev/null
}

lists_are_current() {
    apt-get install --simulate --no-install-recommends "$@" > /dev/null 2>&1
}

install() {
    lists_are_current "$@" || apt update || return
    apt install -y --no-install-recommends "$@" || {
        # A list that is a few days old names files that are gone.
        apt update && apt install -y --no-install-recommends "$@"
    }
}

ask_an_administrator() {
    complain "some system packages are missing. Have an administrator run this line as root, then" \
        "run make again:"
    complain "apt-get update && apt-get install -y --no-install-recommends $1"
    exit 1
}

if [ "$(uname -s)" != Linux ]; then
    exit 0
fi
if ! command -v dpkg-query > /dev/null; then
    say "not a Debian system: see installer/README.md for the libraries Qt needs."
    exit 0
fi
wanted=$(packages_for "$1")
missing=$(missing $wanted)
missing=${missing% }
if [ -z "$missing" ]; then
    exit 0
fi
root=$(way_to_root) || ask_an_administrator "$missing"
say "installing system packages: $missing"
install $missing || ask_an_administrator "$missing"
