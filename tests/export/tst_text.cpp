// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is printed for reading: columns that line up, runs with their paths, and where a run went another way.
#include "export/path_check.h"
#include "export/run_text.h"
#include "export/text_grid.h"
#include "scenario/library.h"

#include <QTest>

using namespace finwait;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void columns_lineUp();
    void emptyCells_leaveNoSpaceAtTheEnd();
    void chineseCharacters_countTwice();
    void run_tellsEventsAndPaths();
    void everyScenario_goesAsExpected();
    void otherPath_isNamedWhereItDiffers();
    void shorterPath_isNamedAtItsEnd();
};

void TestText::columns_lineUp()
{
    const QString grid = textGrid({{QStringLiteral("a"), QStringLiteral("bb"), QStringLiteral("c")},
                                   {QStringLiteral("aaaa"), QStringLiteral("b"), QStringLiteral("c")}});
    QCOMPARE(grid, QStringLiteral("a     bb  c\naaaa  b   c\n"));
}

void TestText::emptyCells_leaveNoSpaceAtTheEnd()
{
    const QString grid = textGrid({{QStringLiteral("a"), QString(), QStringLiteral("c")},
                                   {QString(), QStringLiteral("bbb"), QString()},
                                   {QStringLiteral("last")}});
    QCOMPARE(grid, QStringLiteral("a          c\n      bbb\nlast\n"));
}

void TestText::chineseCharacters_countTwice()
{
    QCOMPARE(terminalWidth(QStringLiteral("客户端")), 6);
    QCOMPARE(terminalWidth(QStringLiteral("a→b")), 3);
    QCOMPARE(textGrid({{QStringLiteral("客户"), QStringLiteral("x")}, {QStringLiteral("abcd"), QStringLiteral("y")}}),
             QStringLiteral("客户  x\nabcd  y\n"));
}

void TestText::run_tellsEventsAndPaths()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    const Trace trace = runScenario(scenario).trace;
    const QStringList lines = runText(scenario, trace, QStringLiteral("en")).split(u'\n');
    QCOMPARE(lines.front(), QStringLiteral("Client closes first (client-closes-first), profile rfc9293"));
    QVERIFY(lines[2].startsWith(QLatin1String("time ")));
    QVERIFY(lines.contains(QStringLiteral("client  CLOSED → SYN_SENT → ESTABLISHED → FIN_WAIT_1 → FIN_WAIT_2 → "
                                          "TIME_WAIT → CLOSED")));
    QVERIFY(lines.contains(QStringLiteral("server  CLOSED → LISTEN → SYN_RECEIVED → ESTABLISHED → CLOSE_WAIT → "
                                          "LAST_ACK → CLOSED")));
    const auto records = static_cast<qsizetype>(trace.records().size());
    QCOMPARE(lines.size(), 2 + 1 + records + 1 + 2 + 1);
    for (const QString& line : lines)
        QVERIFY(!line.endsWith(u' '));
}

void TestText::everyScenario_goesAsExpected()
{
    for (const Scenario& scenario : scenarioLibrary())
        QVERIFY(pathDifferences(scenario, runScenario(scenario).trace).empty());
}

void TestText::otherPath_isNamedWhereItDiffers()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.expected.client[4] = State::Closing;
    const std::vector<QString> differences = pathDifferences(scenario, runScenario(scenario).trace);
    QCOMPARE(differences.size(), std::size_t{1});
    QVERIFY2(differences.front().startsWith(QLatin1String("client: state 5 should be CLOSING and is FIN_WAIT_2")),
             qPrintable(differences.front()));
}

void TestText::shorterPath_isNamedAtItsEnd()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.expected.server.pop_back();
    const std::vector<QString> differences = pathDifferences(scenario, runScenario(scenario).trace);
    QCOMPARE(differences.size(), std::size_t{1});
    QVERIFY2(differences.front().startsWith(QLatin1String("server: state 7 should be the end and is CLOSED")),
             qPrintable(differences.front()));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
