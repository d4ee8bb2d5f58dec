// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Qt's own interpreter of SCXML runs the chart: it must move as the transition table says, whatever happens to it.
#include "core/transition_table.h"
#include "export/table_scxml.h"

#include <QBuffer>
#include <QScxmlStateMachine>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finwait;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// The chart, started in `state` in place of CLOSED.
std::unique_ptr<QScxmlStateMachine> chartIn(State state)
{
    QByteArray octets = QByteArray::fromStdString(tableScxml());
    octets.replace("initial=\"CLOSED\"", "initial=\"" + text(identifier(state)).toLatin1() + '"');
    QBuffer buffer(&octets);
    buffer.open(QIODevice::ReadOnly);
    std::unique_ptr<QScxmlStateMachine> chart(QScxmlStateMachine::fromData(&buffer));
    chart->start();
    return chart;
}

/// What it has come to once an event has been worked off.
QStringList statesAfter(QScxmlStateMachine& chart, const QString& event)
{
    QSignalSpy stable(&chart, &QScxmlStateMachine::reachedStableState);
    chart.submitEvent(event);
    stable.wait();
    return chart.activeStateNames();
}

} // namespace

class TestTableScxml : public QObject
{
    Q_OBJECT

private slots:
    void itIsWithoutErrors();
    void everyPairMovesAsTheTableSays_data();
    void everyPairMovesAsTheTableSays();
    void whatARowRepliesIsSent();
};

void TestTableScxml::itIsWithoutErrors()
{
    const auto chart = chartIn(State::Closed);
    QVERIFY(chart->parseErrors().isEmpty());
    QCOMPARE(chart->stateNames(false).size(), static_cast<qsizetype>(stateCount));
    QVERIFY(tableScxml().find("initial=\"CLOSED\"") != std::string::npos);
}

void TestTableScxml::everyPairMovesAsTheTableSays_data()
{
    QTest::addColumn<State>("state");
    for (const State state : allStates)
        QTest::addRow("%s", identifier(state).data()) << state;
}

void TestTableScxml::everyPairMovesAsTheTableSays()
{
    QFETCH(State, state);
    for (std::size_t index = 0; index < triggerCount; ++index) {
        const auto trigger = static_cast<Trigger>(index);
        const auto chart = chartIn(state);
        const auto row = findRow(state, trigger);
        const State next = row ? transitionRow(*row).to : state;
        QCOMPARE(statesAfter(*chart, text(identifier(trigger))), QStringList{text(identifier(next))});
    }
}

void TestTableScxml::whatARowRepliesIsSent()
{
    const auto chart = chartIn(State::Listen);
    QStringList sent;
    chart->connectToEvent(QStringLiteral("reply.*"), this, [&sent](const QScxmlEvent& event) { sent << event.name(); });
    statesAfter(*chart, QStringLiteral("RcvSyn"));
    QTRY_COMPARE(sent, QStringList{QStringLiteral("reply.SYN_ACK")});
}

QTEST_GUILESS_MAIN(TestTableScxml)
#include "tst_table_scxml.moc"
