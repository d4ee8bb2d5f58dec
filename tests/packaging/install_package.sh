#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# As root, and if no finwait is there yet, apt installs the package, as it would for a user. Otherwise it is unpacked
# into the work directory and started from there, which shows everything but the dependencies.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools dpkg-deb
package=$(package_file)
root=$FINWAIT_WORK/unpacked
rm -rf "$root" "$FINWAIT_WORK/root" "$FINWAIT_WORK/installed-by-test"

if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null && ! dpkg-query -W finwait >/dev/null 2>&1; then
    # apt reads the file as another user, who may not look into this directory.
    readable=$(mktemp -d)
    chmod 755 "$readable"
    cp "$package" "$readable/"
    touch "$FINWAIT_WORK/installed-by-test"
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -q --no-install-recommends \
        "$readable/$(basename "$package")" </dev/null
    rm -rf "$readable"
    printf '' >"$FINWAIT_WORK/root"
else
    echo "Not root, or a finwait is installed: unpacking the package instead of installing it"
    dpkg-deb -x "$package" "$root"
    (cd "$root/.." && printf '%s/unpacked' "$PWD") >"$FINWAIT_WORK/root"
fi

[[ -x $(cat "$FINWAIT_WORK/root")/usr/bin/finwait ]] || fail "the package holds no finwait"
