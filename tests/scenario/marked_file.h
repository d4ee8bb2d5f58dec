// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Broken files for the tests of the reader: good ones with a slip in them. A '^' shows where the message has to point
// and is not in the file that is read.
#pragma once

#include <QByteArray>

#include <cstddef>

namespace finwait {

struct MarkedFile {
    QByteArray file; ///< without the mark
    std::size_t line;
    std::size_t column;
};

/// Takes the '^' out and tells where it was, counted in QString's way rather than the reader's. There must be one.
[[nodiscard]] MarkedFile unmark(const QByteArray& marked);

/// Reads `file` with `broken` in the place of `good`. Empty: it is refused at the mark with a message in which `what`
/// and `expected` stand; otherwise what happened instead.
[[nodiscard]] QByteArray complaintAbout(const QByteArray& file, const QByteArray& good, const QByteArray& broken,
                                        const QByteArray& what, const QByteArray& expected);

} // namespace finwait
