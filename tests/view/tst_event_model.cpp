// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The event list holds what the trace holds, through playing, going back and doing something else; filters leave out
// what they should and nothing more. QAbstractItemModelTester watches every step.
#include "scenario/library.h"
#include "session/session.h"
#include "view/event_filter.h"
#include "view/event_model.h"
#include "view/long_scenario.h"
#include "view/words.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <chrono>

using namespace finwait;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

int countOf(const Trace& trace, RecordKind kind)
{
    return static_cast<int>(
        std::ranges::count_if(trace.records(), [kind](const Record& record) { return kindOf(record) == kind; }));
}

QString cell(const QAbstractItemModel& model, int row, EventModel::Column column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestEventModel : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void rows_areTheRecords();
    void texts_areTheWords();
    void playhead_dividesTheRows();
    void loading_resets();
    void aCommandInThePast_replacesWhatFollows();
    void growing_onlyInserts();
    void filter_bySideAndKind();
    void filter_byText();
    void filter_followsTheTrace();
    void filter_findsRowsOfRecords();
    void languageChange_isTold();
    void longTraces_costNothingUntilTheyAreSeen();

private:
    Session m_session;
};

void TestEventModel::init()
{
    m_session.load(*findScenario("client-closes-first"));
}

void TestEventModel::rows_areTheRecords()
{
    const EventModel model(m_session);
    const QAbstractItemModelTester tester(const_cast<EventModel*>(&model), fatal);
    QCOMPARE(model.rowCount(), static_cast<int>(m_session.trace().records().size()));
    QCOMPARE(model.columnCount(), 6);
    QCOMPARE(model.headerData(EventModel::WhyColumn, Qt::Horizontal).toString(), QStringLiteral("why"));
}

void TestEventModel::texts_areTheWords()
{
    const EventModel model(m_session);
    const Trace& trace = m_session.trace();
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const int row = static_cast<int>(index);
        QCOMPARE(cell(model, row, EventModel::TimeColumn), words::moment(trace.record(index).at));
        QCOMPARE(cell(model, row, EventModel::EventColumn), words::eventText(trace, index));
        QCOMPARE(cell(model, row, EventModel::WhyColumn), words::whyText(trace, index));
        QCOMPARE(cell(model, row, EventModel::ReferenceColumn), words::referenceText(trace, index));
        QCOMPARE(model.index(row, 0).data(EventModel::RecordRole).toUInt(), index);
    }
    // The segment column of a transition holds what was sent as it was taken.
    const RecordIndex finWait1 = trace.states(Side::Client)[3].entered;
    QCOMPARE(cell(model, static_cast<int>(finWait1), EventModel::SegmentColumn),
             QStringLiteral("FIN,ACK seq 121 ack 381"));
}

void TestEventModel::playhead_dividesTheRows()
{
    const EventModel model(m_session);
    QSignalSpy changed(&model, &EventModel::dataChanged);
    m_session.seek(300ms);
    const int edge = static_cast<int>(m_session.recordsBefore());
    QVERIFY(edge > 0 && edge < model.rowCount());
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row, 0).data(EventModel::AheadRole).toBool(), row >= edge);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.front().at(1).toModelIndex().row(), edge - 1);
    m_session.toStart();
    QCOMPARE(changed.size(), 2);
    QVERIFY(model.index(0, 0).data(EventModel::AheadRole).toBool());
}

void TestEventModel::loading_resets()
{
    EventModel model(m_session);
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy reset(&model, &EventModel::modelReset);
    m_session.load(*findScenario("refused"));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(m_session.trace().records().size()));
}

void TestEventModel::aCommandInThePast_replacesWhatFollows()
{
    EventModel model(m_session);
    const QAbstractItemModelTester tester(&model, fatal);
    m_session.seek(200ms);
    const auto kept = static_cast<int>(m_session.recordsBefore());
    const int before = model.rowCount();
    QSignalSpy removed(&model, &EventModel::rowsRemoved);
    QSignalSpy inserted(&model, &EventModel::rowsInserted);
    m_session.submit(command::MakeCall{Side::Client, Abort{}});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.front().at(1).toInt(), kept);
    QCOMPARE(removed.front().at(2).toInt(), before - 1);
    QCOMPARE(inserted.front().at(1).toInt(), kept);
    QCOMPARE(model.rowCount(), static_cast<int>(m_session.trace().records().size()));
    QCOMPARE(cell(model, kept, EventModel::EventColumn), QStringLiteral("call: abort"));
}

void TestEventModel::growing_onlyInserts()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.plan.clear();
    m_session.load(scenario);
    EventModel model(m_session);
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy removed(&model, &EventModel::rowsRemoved);
    QSignalSpy inserted(&model, &EventModel::rowsInserted);
    QCOMPARE(model.rowCount(), 0);
    m_session.submit(command::MakeCall{Side::Server, OpenPassive{}});
    m_session.submit(command::MakeCall{Side::Client, OpenActive{}});
    m_session.stepForward();
    QCOMPARE(removed.size(), 0);
    QVERIFY(inserted.size() >= 3);
    QCOMPARE(model.rowCount(), static_cast<int>(m_session.trace().records().size()));
}

void TestEventModel::filter_bySideAndKind()
{
    EventModel model(m_session);
    EventFilter filter(model);
    const QAbstractItemModelTester tester(&filter, fatal);
    const Trace& trace = m_session.trace();
    QCOMPARE(filter.rowCount(), model.rowCount());
    for (const RecordKind kind :
         {RecordKind::Transition, RecordKind::Segment, RecordKind::Timer, RecordKind::Application}) {
        filter.setKind(kind);
        QCOMPARE(filter.rowCount(), countOf(trace, kind));
        QVERIFY(filter.rowCount() > 0);
    }
    filter.setKind(RecordKind::Transition);
    filter.setSide(Side::Server);
    QCOMPARE(filter.rowCount(), static_cast<int>(trace.states(Side::Server).size()) - 1);
    filter.setKind(std::nullopt);
    filter.setSide(std::nullopt);
    QCOMPARE(filter.rowCount(), model.rowCount());
}

void TestEventModel::filter_byText()
{
    EventModel model(m_session);
    EventFilter filter(model);
    const QAbstractItemModelTester tester(&filter, fatal);
    filter.setText(QStringLiteral("time_wait"));
    QTRY_VERIFY(!filter.isSearching());
    QCOMPARE(filter.rowCount(), 2);
    QCOMPARE(cell(filter, 0, EventModel::EventColumn), QStringLiteral("FIN_WAIT_2 → TIME_WAIT"));
    QCOMPARE(cell(filter, 1, EventModel::EventColumn), QStringLiteral("TIME_WAIT → CLOSED"));
    filter.setText(QStringLiteral("RFC 6298"));
    QTRY_VERIFY(!filter.isSearching());
    QVERIFY(filter.rowCount() > 2);
    filter.setText(QStringLiteral("no such thing"));
    QTRY_VERIFY(!filter.isSearching());
    QCOMPARE(filter.rowCount(), 0);
}

void TestEventModel::filter_followsTheTrace()
{
    EventModel model(m_session);
    EventFilter filter(model);
    const QAbstractItemModelTester tester(&filter, fatal);
    filter.setKind(RecordKind::Transition);
    m_session.seek(200ms);
    m_session.submit(command::MakeCall{Side::Client, Abort{}});
    QCOMPARE(filter.rowCount(), countOf(m_session.trace(), RecordKind::Transition));
    QCOMPARE(cell(filter, filter.rowCount() - 1, EventModel::EventColumn), QStringLiteral("ESTABLISHED → CLOSED"));
    m_session.toEnd();
    QCOMPARE(filter.rowCount(), countOf(m_session.trace(), RecordKind::Transition));
    m_session.load(*findScenario("simultaneous-close"));
    QCOMPARE(filter.rowCount(), countOf(m_session.trace(), RecordKind::Transition));
}

void TestEventModel::filter_findsRowsOfRecords()
{
    EventModel model(m_session);
    EventFilter filter(model);
    filter.setKind(RecordKind::Transition);
    for (int row = 0; row < filter.rowCount(); ++row) {
        const RecordIndex record = filter.index(row, 0).data(EventModel::RecordRole).toUInt();
        QCOMPARE(filter.rowOf(record), row);
        QCOMPARE(filter.rowOf(record + 1) == -1,
                 kindOf(m_session.trace().record(record + 1)) != RecordKind::Transition);
        QCOMPARE(filter.lastRowBefore(record + 1), row);
        QCOMPARE(filter.lastRowBefore(record), row - 1);
        if (row == filter.rowCount() - 2)
            break;
    }
    QCOMPARE(filter.rowOf(noRecord), -1);
    QCOMPARE(filter.lastRowBefore(0), -1);
}

void TestEventModel::languageChange_isTold()
{
    EventModel model(m_session);
    EventFilter filter(model);
    QSignalSpy header(&filter, &EventFilter::headerDataChanged);
    QSignalSpy cells(&filter, &EventFilter::dataChanged);
    model.retranslate();
    QCOMPARE(header.size(), 1);
    QCOMPARE(cells.size(), 1);
    QCOMPARE(cells.front().at(1).toModelIndex().row(), filter.rowCount() - 1);
}

void TestEventModel::longTraces_costNothingUntilTheyAreSeen()
{
    m_session.load(test::talkative(20'000));
    const auto records = static_cast<int>(m_session.trace().records().size());
    QVERIFY2(records > 100'000, qPrintable(QString::number(records)));
    EventModel model(m_session);
    EventFilter filter(model);
    QTRY_COMPARE(filter.rowCount(), records);
    // With words made for every record this would take many times as long.
    QElapsedTimer lazy;
    lazy.start();
    filter.setKind(RecordKind::Segment);
    QTRY_VERIFY(!filter.isSearching());
    const qint64 withoutWords = lazy.elapsed();
    QCOMPARE(filter.rowCount(), countOf(m_session.trace(), RecordKind::Segment));
    QElapsedTimer eager;
    eager.start();
    filter.setText(QStringLiteral("no such thing"));
    QVERIFY(filter.isSearching()); // the window stays alive while it is looked for
    QTRY_VERIFY_WITH_TIMEOUT(!filter.isSearching(), 60'000);
    QVERIFY2(withoutWords * 3 < eager.elapsed() + 50, qPrintable(QString::number(withoutWords)));
}

QTEST_MAIN(TestEventModel)
#include "tst_event_model.moc"
