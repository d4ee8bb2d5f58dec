#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools lintian
as_user=()
[[ $EUID -ne 0 ]] || as_user=(--allow-root)
lintian --fail-on error,warning --info "${as_user[@]}" "$(package_file)"
