// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/marked_file.h"

#include "scenario/scenario_reader.h"

#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace finwait {

MarkedFile unmark(const QByteArray& marked)
{
    const auto at = marked.indexOf('^');
    Q_ASSERT(at >= 0);
    const QString before = QString::fromUtf8(marked.left(at));
    const auto lineStart = before.lastIndexOf(QLatin1Char('\n')) + 1;
    QByteArray file = marked;
    file.remove(at, 1);
    return {file, static_cast<std::size_t>(before.count(QLatin1Char('\n')) + 1),
            static_cast<std::size_t>(QStringView(before).mid(lineStart).toUcs4().size() + 1)};
}

QByteArray complaintAbout(const QByteArray& file, const QByteArray& good, const QByteArray& broken,
                          const QByteArray& what, const QByteArray& expected)
{
    const auto at = file.indexOf(good);
    if (at < 0)
        return "the row does not fit the file";
    QByteArray changed = file;
    const MarkedFile marked = unmark(changed.replace(at, good.size(), broken));
    const auto result =
        readScenario(std::string_view{marked.file.constData(), static_cast<std::size_t>(marked.file.size())});
    if (result)
        return "the file is accepted";
    const ReadError& error = result.error();
    const bool isRight = error.line == marked.line && error.column == marked.column
                         && QByteArray::fromStdString(error.what.inEnglish()).contains(what)
                         && QByteArray::fromStdString(error.expected.inEnglish()).contains(expected);
    return isRight ? QByteArray() : QByteArray::fromStdString(describe(error));
}

} // namespace finwait
