// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/selection.h"

namespace finwait {

RecordIndex Selection::record() const
{
    const auto* selected = std::get_if<SelectedRecord>(&m_current);
    return selected == nullptr ? noRecord : selected->record;
}

void Selection::select(const SelectedThing& thing)
{
    if (thing == m_current)
        return;
    m_current = thing;
    emit changed();
}

} // namespace finwait
