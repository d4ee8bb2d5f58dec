// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Texts that are put together of others.
#include "view/words.h"

#include <QRegularExpression>

namespace finwait::words {

QString spaced(QString text)
{
    static const QRegularExpression between(QStringLiteral("(?<=\\p{Han}) (?=\\p{Han})"));
    return text.remove(between);
}

} // namespace finwait::words
