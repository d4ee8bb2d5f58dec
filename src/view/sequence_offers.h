// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can be done at the playhead to a thing of the chart: to a segment on its way, a timer that runs, a computer. The
// entries of its menu.
#pragma once

#include "core/command.h"
#include "view/sequence_hit.h"

#include <QString>

#include <vector>

namespace finwait {

struct OfferedCommand {
    QString text;
    Command command;
};

/// None for what is not under way at `moment`.
[[nodiscard]] std::vector<OfferedCommand> offersFor(const SequenceLayout& layout, const SequenceHit& hit,
                                                    const SequenceMoment& moment);

} // namespace finwait
