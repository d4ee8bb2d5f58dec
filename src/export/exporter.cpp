// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/exporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace finwait {

bool Exporter::writeFile(const QString& path)
{
    m_error.clear();
    const QByteArray octets = contents();
    QSaveFile file(path);
    // A directory that may not be written to can hold a file that may.
    file.setDirectWriteFallback(true);
    if (file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() && file.commit())
        return true;
    m_error = QCoreApplication::translate("finwait::Exporter", "%1 cannot be written: %2")
                  .arg(QDir::toNativeSeparators(path), file.errorString());
    return false;
}

} // namespace finwait
