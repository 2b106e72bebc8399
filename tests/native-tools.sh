#!/bin/sh
# Installs what the tests of the C export need beside the .NET SDK and git: GCC for C and C++, with nm. Does nothing where they are there.
set -eu
missing=""
for tool in gcc g++ nm; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests of the C export need$missing. Install GCC with your system's packages, as root on Debian or Ubuntu: apt-get install gcc g++" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends gcc g++ libc6-dev
