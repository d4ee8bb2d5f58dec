// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Texts side by side stand on one line although the fonts of their scripts are of different heights.
#pragma once

#include <QFont>
#include <QString>

namespace finwait {

/// By how many pixels `text` has to come down to stand on the line of `beside`, where both begin at the same height;
/// negative: it is `beside` that has to.
[[nodiscard]] int dropToBaseline(const QString& text, const QFont& font, const QString& beside,
                                 const QFont& besideFont);

} // namespace finwait
