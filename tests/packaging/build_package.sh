#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# The package is made of the release preset, as users get it.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools dpkg-shlibdeps
rm -f build/release/finwait_*.deb
[[ -f build/release/build.ninja ]] || cmake --preset release
cmake --build --preset release
cpack --preset release
package_file
