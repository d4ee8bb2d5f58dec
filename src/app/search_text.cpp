// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/search_text.h"

#include "core/state.h"

#include <QRegularExpression>

#include <string_view>
#include <vector>

namespace finwait {

namespace {

struct Spelling {
    QRegularExpression pattern;
    QString state;
};

QString small(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

/// Its parts may stand together or apart: "TIME_WAIT", "time-wait", "time wait", "timewait".
QRegularExpression patternFor(QString spelling)
{
    spelling.replace(u'_', u'-').replace(u'-', QStringLiteral("[-_ ]?"));
    return QRegularExpression(QStringLiteral("(?<![a-z0-9])%1(?![a-z0-9])").arg(spelling));
}

const std::vector<Spelling>& spellings()
{
    static const std::vector<Spelling> all = [] {
        std::vector<Spelling> made;
        for (const State state : allStates) {
            for (const std::string_view spelling : {identifier(state), ssSpelling(state)})
                made.push_back({patternFor(small(spelling)), small(identifier(state))});
        }
        return made;
    }();
    return all;
}

} // namespace

QString searchable(const QString& text)
{
    QString result = text.toLower();
    for (const Spelling& spelling : spellings())
        result.replace(spelling.pattern, spelling.state);
    return result.replace(u'-', u'_');
}

QStringList searchWords(const QString& text)
{
    return searchable(text.simplified()).split(u' ', Qt::SkipEmptyParts);
}

} // namespace finwait
