// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The translation context of everything in finwait::words, and the sentences that its files share.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace finwait::words {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// An identifier of the core, which is ASCII by contract.
[[nodiscard]] inline QString fromCore(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace finwait::words
