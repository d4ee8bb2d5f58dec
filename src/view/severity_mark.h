// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A small sign for how serious a finding is. Each severity has a shape of its own: a disc, a triangle, a ring.
#pragma once

#include "capture/finding.h"
#include "view/theme.h"

class QPainter;
class QRectF;

namespace finwait {

/// As large as the square `room`.
void paintSeverityMark(QPainter& painter, const QRectF& room, Severity severity, const Theme& theme);

} // namespace finwait
