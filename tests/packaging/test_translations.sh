#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
#
# Each translation knows every text that the source holds now, and has translated it.

# shellcheck source=tests/packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

lupdate=${FINWAIT_LUPDATE:?is set by ctest}
for translation in resources/translations/*.ts; do
    updated=$FINWAIT_WORK/$(basename "$translation")
    cp "$translation" "$updated"
    "$lupdate" -silent src ui -locations none -no-ui-lines -ts "$updated"
    [[ $(grep -c '<source>' "$updated") -gt 20 ]] || fail "$translation: next to nothing to translate was found"
    unfinished=$(grep -B 8 'type="unfinished"' "$updated" | sed -n 's/^ *<source>//p' | head -n 5) || true
    [[ -z $unfinished ]] || fail "$translation is not complete (target update_translations, then Qt Linguist); for instance: $unfinished"
    vanished=$(grep -cE 'type="(vanished|obsolete)"' "$updated") || true
    [[ $vanished -eq 0 ]] || fail "$translation: $vanished texts are no longer in the source"
done
