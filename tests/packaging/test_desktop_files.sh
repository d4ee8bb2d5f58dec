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

# A scenario file is known by its name, and opened by the program.
xmllint --noout "packaging/$id.mime.xml"
type=$(xmllint --xpath 'string(//*[local-name()="mime-type"][*[local-name()="glob"]/@pattern="*.finwait"]/@type)' \
    "packaging/$id.mime.xml")
[[ $type == application/x-finwait-scenario ]] || fail "*.finwait is of the type $type"
grep -qxF 'Exec=finwait %f' "packaging/$id.desktop" || fail "the desktop file does not pass the file on"
# Captures have types of their own, which shared-mime-info and Wireshark know.
for each in "$type" application/vnd.tcpdump.pcap application/x-pcapng; do
    sed -n 's/^MimeType=/;/p' "packaging/$id.desktop" | grep -qF ";$each;" || fail "the desktop file does not take $each"
    grep -qF "<mediatype>$each</mediatype>" "packaging/$id.metainfo.xml" || fail "the metainfo does not know $each"
done
if command -v update-mime-database >/dev/null; then
    mkdir -p "$FINWAIT_WORK/mime/packages"
    cp "packaging/$id.mime.xml" "$FINWAIT_WORK/mime/packages/"
    update-mime-database "$FINWAIT_WORK/mime"
    grep -qF "$type:*.finwait" "$FINWAIT_WORK/mime/globs" || fail "update-mime-database did not take the glob"
fi

warnings=$(groff -man -ww -z -Tutf8 packaging/finwait.1 2>&1)
[[ -z $warnings ]] || fail "finwait.1: $warnings"

xmllint --noout resources/icons/*.svg
colours=$(find resources/icons -name '*.svg' ! -name finwait.svg -exec grep -hoiE '#[0-9a-f]{6}' {} + | sort -u)
[[ $colours == '#1d2430' ]] || fail "icons that cannot be tinted: they use $colours"

version=$(sed -n 's/^    VERSION //p' CMakeLists.txt)
for file in packaging/finwait.1 packaging/debian-changelog "packaging/$id.metainfo.xml" CHANGELOG.md; do
    grep -qF "$version" "$file" || fail "$file does not know version $version"
done
