// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Room for numbers that change: as wide as they may become, so that nothing beside them moves.
#pragma once

#include <QFontMetrics>
#include <QString>

#include <algorithm>

namespace finwait {

/// Of any text that is `text` with other digits.
[[nodiscard]] inline int widthWithAnyDigits(const QFontMetrics& metrics, QString text)
{
    QChar widest = u'0';
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (metrics.horizontalAdvance(QChar(digit)) > metrics.horizontalAdvance(widest))
            widest = digit;
    }
    std::ranges::replace_if(
        text, [](QChar sign) { return sign.isDigit(); }, widest);
    return metrics.horizontalAdvance(text);
}

} // namespace finwait
