#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Leaves the system as install_package.sh found it, and sees that the package takes everything with it.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rm -rf "$FINWAIT_WORK/unpacked" "$FINWAIT_WORK/root"
[[ -f $FINWAIT_WORK/installed-by-test ]] || exit 0
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 purge -y -q finwait </dev/null
rm "$FINWAIT_WORK/installed-by-test"
for leftover in /usr/bin/finwait /usr/share/doc/finwait /usr/share/finwait \
    /usr/share/applications/io.github.finwait.Finwait.desktop \
    /usr/share/mime/packages/io.github.finwait.Finwait.xml; do
    [[ ! -e $leftover ]] || fail "the package left $leftover behind"
done
