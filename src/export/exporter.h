// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What writes files: one virtual that makes the octets, and an error in words. A file is replaced when all of it has
// been written, or not at all; a device or a pipe is written to.
#pragma once

#include <QByteArray>
#include <QString>

class QFileDevice;

namespace finwait {

class Exporter
{
public:
    virtual ~Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;

    /// False: error() says why, and the file is as it was.
    [[nodiscard]] bool writeFile(const QString& path);
    /// A sentence that names the file; empty if nothing went wrong.
    [[nodiscard]] const QString& error() const { return m_error; }

    /// What the file will hold.
    [[nodiscard]] virtual QByteArray contents() = 0;

protected:
    Exporter() = default;

private:
    bool conclude(bool done, const QFileDevice& file);

    QString m_error;
};

} // namespace finwait
