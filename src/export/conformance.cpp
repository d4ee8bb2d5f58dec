// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/conformance.h"

#include "export/json_values.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr std::array ways = {Conformance::Met, Conformance::Partly, Conformance::NotMet, Conformance::OutOfScope};
constexpr std::array<std::string_view, 4> levels = {"MUST", "SHLD", "MAY", "REC"};

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

std::string_view word(Conformance conformance)
{
    switch (conformance) {
    case Conformance::Met: return "met";
    case Conformance::Partly: return "partly";
    case Conformance::NotMet: return "not";
    case Conformance::OutOfScope: return "out of scope";
    }
    Q_UNREACHABLE();
}

QStringList testsOf(const Requirement& requirement)
{
    return text(requirement.tests).split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

QString proof(const Requirement& requirement)
{
    QStringList parts;
    QStringList tests = testsOf(requirement);
    for (QString& test : tests)
        test = u'`' + test + u'`';
    if (!tests.isEmpty())
        parts << tests.join(QStringLiteral(", "));
    if (!requirement.note.empty())
        parts << text(requirement.note);
    return parts.join(QStringLiteral(". "));
}

/// How many of the requirements whose numbers begin so are kept in each way.
QString counted(std::string_view level)
{
    QString row = QStringLiteral("| %1 |").arg(text(level));
    for (const Conformance conformance : ways)
        row += QStringLiteral(" %1 |").arg(std::ranges::count_if(requirements(), [&](const Requirement& each) {
            return each.conformance == conformance && each.id.starts_with(level);
        }));
    return row + u'\n';
}

QString summary()
{
    QString table = QStringLiteral("| |");
    for (const Conformance conformance : ways)
        table += QStringLiteral(" %1 |").arg(text(word(conformance)));
    table += QStringLiteral("\n| --- | --- | --- | --- | --- |\n");
    for (const std::string_view level : levels)
        table += counted(level);
    return table;
}

} // namespace

QString conformanceMarkdown()
{
    QString page = QStringLiteral(
        "<!-- SPDX-FileCopyrightText: 2026 The Finwait developers -->\n"
        "<!-- SPDX-License-Identifier: MIT -->\n"
        "<!-- Written by `finwait table --conformance`; change src/export/conformance_rows.cpp instead. -->\n\n"
        "# Conformance to RFC 9293\n\n"
        "The numbered requirements of RFC 9293 (Appendix B), and what the engine makes of each with its default\n"
        "profile, `rfc9293`. Where the other profiles differ on purpose, `src/core/stack_profile.cpp` says so and why.\n"
        "A requirement is *met* if the tests that are named show it, and *partly* if they show some of it; a MAY that is\n"
        "*not* is an offer that was not taken. A test is named by its room, its unit and its slot:\n"
        "`core/window opens_finFollowsTheData` is that slot in `tests/core/tst_window.cpp`. `script/time-wait-2-msl.pkt`\n"
        "is a script: `finwait script tests/script/time-wait-2-msl.pkt` plays it.\n\n");
    page += summary()
            + QStringLiteral("\n| requirement | section | what it asks for | kept | by which test, or why not "
                             "|\n| --- | --- | --- | --- | --- |\n");
    for (const Requirement& each : requirements())
        page += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(text(each.id), text(each.section), text(each.text), text(word(each.conformance)), proof(each));
    return page;
}

std::string conformanceJson()
{
    Json json = Json::array();
    for (const Requirement& each : requirements()) {
        Json tests = Json::array();
        for (const QString& test : testsOf(each))
            tests.push_back(test.toStdString());
        json.push_back({{"requirement", each.id},
                        {"section", each.section},
                        {"text", each.text},
                        {"kept", word(each.conformance)},
                        {"tests", tests},
                        {"note", each.note}});
    }
    return written(json);
}

} // namespace finwait
