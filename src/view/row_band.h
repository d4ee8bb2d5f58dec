// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The band behind a row of a table that is selected, or marked.
#pragma once

#include "view/theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace finwait {

/// A cell's piece of it: the band goes from one end of the row to the other, and is rounded there. `cell` is of a
/// QTableView. The painter is clipped to the cell then.
void paintRowBand(QPainter& painter, const QStyleOptionViewItem& cell, const Theme& theme);

} // namespace finwait
