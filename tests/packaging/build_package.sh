#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The package of what the other tests have tried: the preset ci compiles what the preset release does, and the tests beside.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools dpkg-shlibdeps
rm -f "$FINWAIT_BUILD"/finwait_*.deb
cpack --config "$FINWAIT_BUILD/CPackConfig.cmake" -B "$FINWAIT_BUILD"
package_file
