#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# What the desktop and man read, checked by those who define it.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_tools desktop-file-validate appstreamcli groff xmllint
id=io.github.finwait.Finwait
desktop-file-validate "packaging/$id.desktop"
appstreamcli validate --no-net "packaging/$id.metainfo.xml"

warnings=$(groff -man -ww -z -Tutf8 packaging/finwait.1 2>&1)
[[ -z $warnings ]] || fail "finwait.1: $warnings"

xmllint --noout resources/icons/*.svg
colours=$(find resources/icons -name '*.svg' ! -name finwait.svg -exec grep -hoiE '#[0-9a-f]{6}' {} + | sort -u)
[[ $colours == '#1d2430' ]] || fail "icons that cannot be tinted: they use $colours"

version=$(sed -n 's/^    VERSION //p' CMakeLists.txt)
for file in packaging/finwait.1 packaging/debian-changelog "packaging/$id.metainfo.xml" CHANGELOG.md; do
    grep -qF "$version" "$file" || fail "$file does not know version $version"
done
