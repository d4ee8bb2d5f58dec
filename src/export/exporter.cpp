// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/exporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace finwait {

namespace {

/// A device, a pipe: what is written to and not replaced.
bool isStream(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

bool writeAll(QFileDevice& file, const QByteArray& octets)
{
    return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() && file.flush();
}

} // namespace

bool Exporter::writeFile(const QString& path)
{
    const QByteArray octets = contents();
    if (isStream(path)) {
        QFile stream(path);
        return conclude(writeAll(stream, octets), stream);
    }
    QSaveFile file(path);
    // A directory that may not be written to can hold a file that may.
    file.setDirectWriteFallback(true);
    return conclude(writeAll(file, octets) && file.commit(), file);
}

bool Exporter::conclude(bool done, const QFileDevice& file)
{
    m_error = done ? QString()
                   : QCoreApplication::translate("finwait::Exporter", "%1 cannot be written: %2")
                         .arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
    return done;
}

} // namespace finwait
