#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Version 14 and no other: each version of clang-format has its own idea of a few things.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

formatter=$(command -v clang-format-14 || command -v clang-format) || skip "there is no clang-format-14 here"
[[ $("$formatter" --version) == *"version 14."* ]] || skip "$formatter is not version 14"
unformatted=$(find src tests bench \( -name '*.cpp' -o -name '*.h' \) -exec "$formatter" --dry-run {} + 2>&1 \
    | sed -n 's/:[0-9]*:[0-9]*: warning: code should be clang-formatted.*//p' | sort -u)
[[ -z $unformatted ]] || fail "the target format would change these: "$'\n'"$unformatted"
