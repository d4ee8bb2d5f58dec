// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The page of conformance: complete, the one in the repository, and true to the tests that it names.
#include "export/conformance.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace finwait;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString contentsOf(const QString& path)
{
    QFile file(QStringLiteral(FINWAIT_SOURCE_DIR) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void everyRequirementIsThereOnce();
    void everyTestThatIsNamedIsThere();
    void whatIsMetHasATestAndWhatIsNotHasAReason();
    void sectionsAreThoseOfTheRfc();
    void thePageInTheRepositoryIsThisOne();
};

void TestConformance::everyRequirementIsThereOnce()
{
    QStringList expected;
    for (const auto& [kind, count] : {std::pair{"MUST", 69}, {"SHLD", 31}, {"MAY", 18}, {"REC", 1}}) {
        for (int number = 1; number <= count; ++number)
            expected << QStringLiteral("%1-%2").arg(QLatin1String(kind)).arg(number);
    }
    QStringList found;
    for (const Requirement& each : requirements())
        found << text(each.id);
    QCOMPARE(found, expected);
}

void TestConformance::everyTestThatIsNamedIsThere()
{
    for (const Requirement& each : requirements()) {
        if (each.tests.empty())
            continue;
        for (const QString& test : text(each.tests).split(QStringLiteral(", "))) {
            static const QRegularExpression form(QStringLiteral("^([a-z]+)/([a-z_0-9]+) ([A-Za-z0-9_]+)$"));
            const QRegularExpressionMatch match = form.match(test);
            QVERIFY2(match.hasMatch(), qPrintable(text(each.id) + u' ' + test));
            const QString source =
                contentsOf(QStringLiteral("tests/%1/tst_%2.cpp").arg(match.captured(1), match.captured(2)));
            const bool there = source.contains(QStringLiteral("    void %1();").arg(match.captured(3)));
            QVERIFY2(there, qPrintable(text(each.id) + u' ' + test));
        }
    }
}

void TestConformance::whatIsMetHasATestAndWhatIsNotHasAReason()
{
    for (const Requirement& each : requirements()) {
        const bool tested = !each.tests.empty();
        const bool explained = !each.note.empty();
        switch (each.conformance) {
        case Conformance::Met: QVERIFY2(tested, each.id.data()); break;
        case Conformance::Partly: QVERIFY2(tested && explained, each.id.data()); break;
        case Conformance::NotMet:
        case Conformance::OutOfScope: QVERIFY2(explained, each.id.data()); break;
        }
    }
}

void TestConformance::sectionsAreThoseOfTheRfc()
{
    const QString rfc = contentsOf(QStringLiteral("../shared/rfc/rfc9293.txt"));
    if (rfc.isEmpty())
        QSKIP("the text of RFC 9293 is not beside the project");
    QString section;
    QMultiHash<QString, QString> sections; // by requirement
    static const QRegularExpression heading(QStringLiteral(R"(^(\d+(?:\.\d+)*)\.\s+\S)"));
    static const QRegularExpression requirement(QStringLiteral("(MUST|SHLD|MAY|REC)-(\\d+)"));
    const qsizetype appendix = rfc.lastIndexOf(QStringLiteral("\nAppendix B."));
    const qsizetype body = rfc.lastIndexOf(QStringLiteral("\n1.  Purpose and Scope"));
    QString lines = rfc.mid(body, appendix - body);
    lines.replace(QRegularExpression(QStringLiteral("(MUST|SHLD)-\\n +")), QStringLiteral("\\1-"));
    for (const QString& line : lines.split(u'\n')) {
        if (const auto match = heading.match(line); match.hasMatch())
            section = match.captured(1);
        for (auto matches = requirement.globalMatch(line); matches.hasNext();)
            sections.insert(matches.next().captured(), section);
    }
    for (const Requirement& each : requirements()) {
        // A few stand in the appendix only, or without their number in the text.
        const QString id = text(each.id);
        QVERIFY2(!sections.contains(id) || sections.contains(id, text(each.section)), each.id.data());
    }
}

void TestConformance::thePageInTheRepositoryIsThisOne()
{
    QVERIFY2(contentsOf(QStringLiteral("docs/conformance.md")) == conformanceMarkdown(),
             "finwait table --conformance > docs/conformance.md");
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
