// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What led to a record is marked, from its first cause on, and nothing else is.
#include "scenario/library.h"
#include "view/cause_trail.h"
#include "view/sequence_traces.h"
#include "view/trace_reading.h"

#include <QTest>

#include <algorithm>

using namespace finwait;

class TestCauseTrail : public QObject
{
    Q_OBJECT

private slots:
    void nothingSelected_nothingMarked();
    void causes_areTheChain();
    void retransmission_leadsToTheLoss_data();
    void retransmission_leadsToTheLoss();
    void selectedThatIsGone_nothingMarked();
    void stretch_holdsTheStrongestMark();
};

void TestCauseTrail::nothingSelected_nothingMarked()
{
    const CauseTrail trail;
    QVERIFY(trail.of(0) == TrailMark::None);
    QVERIFY(trail.of(noRecord) == TrailMark::None);
    QVERIFY(trail.ofAll(0, 1000) == TrailMark::None);
}

void TestCauseTrail::causes_areTheChain()
{
    const Trace trace = test::closedByClient();
    const auto last = static_cast<RecordIndex>(trace.records().size() - 1);
    const CauseTrail trail(trace, last);
    const std::vector<RecordIndex> chain = causeChain(trace, last);
    QVERIFY(chain.size() > 2);
    for (RecordIndex record = 0; record <= last; ++record) {
        const bool inChain = std::ranges::find(chain, record) != chain.end();
        const TrailMark expected = record == last ? TrailMark::Selected : inChain ? TrailMark::Cause : TrailMark::None;
        QVERIFY2(trail.of(record) == expected, qPrintable(QString::number(record)));
    }
    QVERIFY(trail.of(noRecord) == TrailMark::None);
}

void TestCauseTrail::retransmission_leadsToTheLoss_data()
{
    QTest::addColumn<QByteArray>("scenario");
    for (const char* name : {"lost-syn", "lost-syn-ack", "lost-fin", "lost-last-ack"})
        QTest::newRow(name) << QByteArray(name);
}

/// What was lost may be what goes out again, or the ACK that it waited for.
void TestCauseTrail::retransmission_leadsToTheLoss()
{
    QFETCH(const QByteArray, scenario);
    const Trace trace = runScenario(*findScenario(scenario.toStdString())).trace;
    const auto again = std::ranges::find(trace.flights(), SegmentRole::Retransmission, &Flight::role);
    QVERIFY(again != trace.flights().end());
    const CauseTrail trail(trace, again->sentRecord);
    const auto isCause = [&](auto isOne) {
        for (RecordIndex record = 0; record < again->sentRecord; ++record) {
            if (isOne(trace.record(record)) && trail.of(record) == TrailMark::Cause)
                return true;
        }
        return false;
    };
    QVERIFY(isCause([](const Record& each) { return std::holds_alternative<record::SegmentLost>(each.body); }));
    QVERIFY(isCause([](const Record& each) { return std::holds_alternative<record::FaultMet>(each.body); }));
    QVERIFY(isCause([](const Record& each) { return std::holds_alternative<record::TimerFired>(each.body); }));
}

void TestCauseTrail::selectedThatIsGone_nothingMarked()
{
    const Trace trace = test::closedByClient();
    const CauseTrail trail(trace, static_cast<RecordIndex>(trace.records().size()));
    QVERIFY(trail.ofAll(0, noRecord - 1) == TrailMark::None);
    QVERIFY(trail.causes().empty());
}

void TestCauseTrail::stretch_holdsTheStrongestMark()
{
    const Trace trace = test::closedByClient();
    const auto last = static_cast<RecordIndex>(trace.records().size() - 1);
    const CauseTrail trail(trace, last);
    QVERIFY(trail.ofAll(0, last) == TrailMark::Selected);
    QVERIFY(trail.ofAll(0, last - 1) == TrailMark::Cause);
    QVERIFY(trail.of(trail.causes().front(), last) == TrailMark::Selected);
    QVERIFY(trail.of(trail.causes().front(), noRecord) == TrailMark::Cause);
}

QTEST_APPLESS_MAIN(TestCauseTrail)
#include "tst_cause_trail.moc"
