// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_io.h"

#include "script/script_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace finwait {

namespace {

struct ScriptIo {
    Q_DECLARE_TR_FUNCTIONS(finwait::ScriptIo)
};

ReadError ofTheFile(const QString& path, const QString& what)
{
    ReadError error;
    error.what = what.toStdString();
    error.line = 0;
    error.column = 0;
    error.file = QFile::encodeName(path).toStdString();
    return error;
}

} // namespace

Expected<Script, ReadError> readScriptAt(const QString& path)
{
    if (QFileInfo(path).isDir())
        return Unexpected{ofTheFile(path, ScriptIo::tr("this is a folder"))};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{ofTheFile(path, file.errorString())};
    const QByteArray text = file.read(largestScript + 1);
    if (text.size() > largestScript)
        return Unexpected{ofTheFile(path, ScriptIo::tr("this is too long for a script"))};
    auto script = readScript({text.constData(), static_cast<std::size_t>(text.size())});
    if (script)
        return script;
    ReadError error = script.error();
    error.file = QFile::encodeName(path).toStdString();
    return Unexpected{error};
}

} // namespace finwait
