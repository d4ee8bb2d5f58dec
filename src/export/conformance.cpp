// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/conformance.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr std::array kinds = {Conformance::Met, Conformance::Partly, Conformance::NotMet, Conformance::OutOfScope};

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString word(Conformance conformance)
{
    switch (conformance) {
    case Conformance::Met: return QStringLiteral("met");
    case Conformance::Partly: return QStringLiteral("partly");
    case Conformance::NotMet: return QStringLiteral("not");
    case Conformance::OutOfScope: return QStringLiteral("out of scope");
    }
    Q_UNREACHABLE();
}

QString proof(const Requirement& requirement)
{
    QStringList parts;
    if (!requirement.tests.empty()) {
        QStringList tests = text(requirement.tests).split(QStringLiteral(", "));
        for (QString& test : tests)
            test = u'`' + test + u'`';
        parts << tests.join(QStringLiteral(", "));
    }
    if (!requirement.note.empty())
        parts << text(requirement.note);
    return parts.join(QStringLiteral(". "));
}

QString summary()
{
    QStringList counts;
    for (const Conformance kind : kinds)
        counts << QStringLiteral("%1 %2")
                      .arg(word(kind))
                      .arg(std::ranges::count(requirements(), kind, &Requirement::conformance));
    return counts.join(QStringLiteral(", ")) + u'.';
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
        "A test is named by its room, its unit and its slot: `core/window opens_finFollowsTheData` is that slot in\n"
        "`tests/core/tst_window.cpp`.\n\n");
    page += summary()
            + QStringLiteral("\n\n| requirement | section | what it asks for | kept | by which test, or why not "
                             "|\n| --- | --- | --- | --- | --- |\n");
    for (const Requirement& each : requirements())
        page += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(text(each.id), text(each.section), text(each.text), word(each.conformance), proof(each));
    return page;
}

} // namespace finwait
