#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
#   bare_debian.sh PACKAGE.deb
#
# Installs the package with apt on a Debian 12 that holds nothing else, in a temporary folder, and starts it there.
# Needs root, a network and half an hour's patience on a slow one; `./run test-bare` calls it, ctest does not.

set -euo pipefail

package=$(realpath "${1:?which package?}")
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
root=$(mktemp -d /var/tmp/finwait-bare.XXXXXX)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root"

debootstrap --variant=minbase bookworm "$root" "$mirror"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/var/tmp/"
mount -t proc proc "$root/proc"

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

inside apt-get install -y -q --no-install-recommends "/var/tmp/$(basename "$package")"
run=$(inside finwait run client-closes-first --json)
grep -q '"TIME_WAIT"' <<<"$run"
inside finwait --screenshot /var/tmp/window.png --size 1280x800 client-closes-first
head -c 24 "$root/var/tmp/window.png" | tail -c 8 | od -An -tx1 | grep -q '00 00 05 00 00 00 03 20'
inside apt-get purge -y -q finwait
echo "The package installs, runs, draws and goes on a bare Debian 12."
