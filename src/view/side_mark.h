// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The sides in small: a disc for the client, a square for the server, as their tokens are.
#pragma once

#include "core/side.h"
#include "view/diagram_style.h"

#include <QPainter>
#include <QPointF>

namespace finwait {

// Multiples of the font's height.
inline constexpr double sideMarkWidth = 0.6;
inline constexpr double sideMarkAdvance = 0.85; ///< from its left end to the text beside it

/// Before text that stands at `baseline`, where its left end is.
void paintSideMark(QPainter& painter, const DiagramStyle& style, Side side, QPointF baseline);

} // namespace finwait
