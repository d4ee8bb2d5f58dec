// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is seen at each end: sent when it sets out, arrived when it arrives, and nothing else.
#include "capture/sightings.h"

#include <QTest>

using namespace finwait;

namespace {

FlightIndex send(Trace& trace, Side from, Time at, SegmentRole role = SegmentRole::Regular,
                 std::optional<FlightIndex> copyOf = std::nullopt)
{
    Flight flight;
    flight.from = from;
    flight.role = role;
    flight.sent = at;
    flight.due = at + 40ms;
    flight.copyOf = copyOf;
    return trace.appendFlight(flight, noRecord);
}

FlightIndex copy(Trace& trace, FlightIndex original, Time at)
{
    return send(trace, trace.flight(original).from, at, SegmentRole::Regular, original);
}

void arrive(Trace& trace, FlightIndex flight, Time at)
{
    trace.append({at, noRecord, other(trace.flight(flight).from), record::SegmentArrived{flight}});
}

/// "out 0 at 10, in 1 at 50": flights by their index, moments in milliseconds.
QString seen(const Trace& trace, Side at)
{
    QStringList parts;
    for (const Sighting& sighting : sightings(trace, at))
        parts << QStringLiteral("%1 %2 at %3")
                     .arg(sighting.isSent ? QStringLiteral("out") : QStringLiteral("in"))
                     .arg(sighting.flight)
                     .arg(trace.record(sighting.record).at / 1ms);
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestSightings : public QObject
{
    Q_OBJECT

private slots:
    void eachEnd_hasItsOwnTime();
    void lostOne_isSeenWhereItWasSent();
    void oneOnItsWay_isSeenWhereItWasSent();
    void networksCopy_isSeenOnlyWhereItArrives();
    void forgedOne_isSeenOnlyWhereItArrives();
    void copyOfACopy_hasTheFirstAsOriginal();
};

void TestSightings::eachEnd_hasItsOwnTime()
{
    Trace trace;
    const FlightIndex there = send(trace, Side::Client, 10ms);
    arrive(trace, there, 50ms);
    const FlightIndex back = send(trace, Side::Server, 50ms);
    arrive(trace, back, 90ms);
    QCOMPARE(seen(trace, Side::Client), QStringLiteral("out 0 at 10, in 1 at 90"));
    QCOMPARE(seen(trace, Side::Server), QStringLiteral("in 0 at 50, out 1 at 50"));
}

void TestSightings::lostOne_isSeenWhereItWasSent()
{
    Trace trace;
    const FlightIndex flight = send(trace, Side::Server, 10ms);
    trace.append({30ms, noRecord, Side::Server, record::SegmentLost{flight, LossCause::DroppedByRule}});
    QCOMPARE(seen(trace, Side::Client), QString());
    QCOMPARE(seen(trace, Side::Server), QStringLiteral("out 0 at 10"));
}

void TestSightings::oneOnItsWay_isSeenWhereItWasSent()
{
    Trace trace;
    send(trace, Side::Client, 10ms);
    QCOMPARE(seen(trace, Side::Client), QStringLiteral("out 0 at 10"));
    QCOMPARE(seen(trace, Side::Server), QString());
}

void TestSightings::networksCopy_isSeenOnlyWhereItArrives()
{
    Trace trace;
    const FlightIndex flight = send(trace, Side::Client, 10ms);
    const FlightIndex second = copy(trace, flight, 10ms);
    arrive(trace, flight, 50ms);
    arrive(trace, second, 55ms);
    QCOMPARE(seen(trace, Side::Client), QStringLiteral("out 0 at 10"));
    QCOMPARE(seen(trace, Side::Server), QStringLiteral("in 0 at 50, in 1 at 55"));
}

void TestSightings::forgedOne_isSeenOnlyWhereItArrives()
{
    Trace trace;
    arrive(trace, send(trace, Side::Client, 10ms, SegmentRole::Injected), 50ms);
    QCOMPARE(seen(trace, Side::Client), QString());
    QCOMPARE(seen(trace, Side::Server), QStringLiteral("in 0 at 50"));
}

void TestSightings::copyOfACopy_hasTheFirstAsOriginal()
{
    Trace trace;
    send(trace, Side::Client, 5ms);
    const FlightIndex flight = send(trace, Side::Client, 10ms);
    const FlightIndex second = copy(trace, flight, 10ms);
    QCOMPARE(originalOf(trace, copy(trace, second, 11ms)), flight);
    QCOMPARE(originalOf(trace, flight), flight);
}

QTEST_GUILESS_MAIN(TestSightings)
#include "tst_sightings.moc"
