// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Octets as hexadecimal digits, so that a test shows them as RFCs and dumps do.
#pragma once

#include "capture/octets.h"

#include <QByteArray>

namespace finwait {

/// "4500 0028": spaces are only for reading.
inline Octets octetsOf(QByteArray hex)
{
    const QByteArray raw = QByteArray::fromHex(hex.replace(' ', ""));
    return {raw.begin(), raw.end()};
}

inline QByteArray hexOf(const Octets& octets)
{
    return QByteArray(reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size())).toHex();
}

} // namespace finwait
