# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# What the tests in this directory share. They run in the project's directory; FINWAIT_BUILD is where it was
# built, FINWAIT_WORK is theirs to write in.

set -euo pipefail

: "${FINWAIT_BUILD:?is set by ctest to the directory of the build}"
: "${FINWAIT_WORK:?is set by ctest to a directory to work in}"
mkdir -p "$FINWAIT_WORK"

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# CTest counts this as skipped. What is missing belongs in the list of packages in ./run.
skip() {
    printf 'skipped: %s\n' "$*" >&2
    exit 77
}

need_tools() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || skip "there is no $tool here; ./run test installs it"
    done
}

package_file() {
    local packages=("$FINWAIT_BUILD"/finwait_*.deb)
    if ((${#packages[@]} != 1)) || [[ ! -f ${packages[0]} ]]; then
        fail "one package was expected: ${packages[*]}"
    fi
    printf '%s\n' "${packages[0]}"
}

# The program as packaging.install left it: in the system, or unpacked.
finwait() {
    "$(cat "$FINWAIT_WORK/root")/usr/bin/finwait" "$@"
}
