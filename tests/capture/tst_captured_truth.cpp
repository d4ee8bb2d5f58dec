// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Connections whose network misbehaves at random are captured at one end, and what is inferred from that is held
// against what happened: what is said to be sure must be true.
#include "capture/captured_connections.h"
#include "capture/captured_lines.h"
#include "capture/sightings.h"
#include "core/random_schedule.h"

#include <QTest>

#include <algorithm>

using namespace finwait;
using namespace finwait::bench;
using namespace finwait::test;

namespace {

constexpr std::uint32_t schedules = 3000;
constexpr int mostSteps = 20'000;

CapturedConnections captureAt(Side at, const Trace& trace)
{
    std::vector<CapturedSegment> segments;
    for (const Sighting& seen : sightings(trace, at)) {
        const Flight& flight = trace.flight(seen.flight);
        if (flight.corrupted && !seen.isSent)
            continue; // a capture does not look at checksums, and this end discarded it
        CapturedSegment captured;
        captured.at = trace.record(seen.record).at;
        captured.packet = static_cast<std::uint32_t>(segments.size() + 1);
        captured.from = lineSockets[flight.from];
        captured.to = lineSockets[other(flight.from)];
        captured.segment = flight.segment;
        captured.segment.text = Text{0, flight.segment.text.length, 0};
        segments.push_back(captured);
    }
    CapturedConnections connections;
    connections.add(segments);
    connections.finish(segments.empty() ? Time{} : segments.back().at);
    return connections;
}

/// What was lost, or overtaken, before it came to where the capture was taken cannot be known there: of a FIN that was
/// captured nobody can tell that it was sent before.
bool isHidden(const Trace& trace, Side far)
{
    std::optional<Time> lastArrival;
    for (const Flight& flight : trace.flights()) {
        const bool matters = flight.segment.flags.fin || flight.segment.flags.syn;
        if (flight.from != far || !matters)
            continue;
        const bool isOvertaken = lastArrival && flight.ended < *lastArrival;
        if (flight.fate == Fate::Lost || flight.corrupted || flight.copyOf || isOvertaken)
            return true;
        lastArrival = std::max(lastArrival.value_or(Time{}), flight.ended);
    }
    return false;
}

bool isTrue(const CapturedConnections& connections, Side side, const std::vector<StateSpan>& truth)
{
    auto next = truth.begin();
    for (std::size_t place = 0; place < connections.size(); ++place) {
        const ConnectionInference& connection = connections[place];
        const bool isSwapped = connection.sockets().client != lineSockets.client;
        for (const StateSighting& sighting : connection.end(isSwapped ? other(side) : side).states) {
            if (sighting.certainty() != Certainty::Sure)
                continue;
            next = std::find_if(next, truth.end(), [&](const StateSpan& span) { return span.state == sighting.state; });
            if (next == truth.end())
                return false;
            ++next;
        }
    }
    return true;
}

QString describe(const CapturedConnections& connections, const std::vector<StateSpan>& truth)
{
    QStringList parts;
    for (std::size_t place = 0; place < connections.size(); ++place) {
        for (const Side side : allSides)
            parts << QString::fromStdString(pathOf(connections[place], side)) + u';';
    }
    parts << QStringLiteral("in truth");
    for (const StateSpan& span : truth)
        parts << QString::fromLatin1(identifier(span.state));
    return parts.join(u' ');
}

std::size_t sureStates(const CapturedConnections& connections)
{
    std::size_t sure = 0;
    for (std::size_t place = 0; place < connections.size(); ++place) {
        for (const Side side : allSides) {
            sure += static_cast<std::size_t>(
                std::ranges::count(connections[place].end(side).states, Certainty::Sure, &StateSighting::certainty));
        }
    }
    return sure;
}

} // namespace

class TestCapturedTruth : public QObject
{
    Q_OBJECT

private slots:
    void sureStates_areTrue_data();
    void sureStates_areTrue();
};

void TestCapturedTruth::sureStates_areTrue_data()
{
    QTest::addColumn<Side>("at");
    QTest::newRow("captured at the client") << Side::Client;
    QTest::newRow("captured at the server") << Side::Server;
}

void TestCapturedTruth::sureStates_areTrue()
{
    QFETCH(Side, at);
    std::size_t sure = 0;
    for (std::uint32_t seed = 1; seed <= schedules; ++seed) {
        Simulator simulator(Schedule(seed).config());
        Trace trace;
        int steps = 0;
        while (steps < mostSteps && simulator.step(&trace))
            ++steps;
        if (steps == mostSteps)
            continue; // two ends that answer each other for hours
        const CapturedConnections connections = captureAt(at, trace);
        sure += sureStates(connections);
        for (const Side side : allSides) {
            const bool isExcused = side != at && isHidden(trace, side);
            QVERIFY2(
                isExcused || isTrue(connections, side, trace.states(side)),
                qPrintable(QStringLiteral("schedule %1, the %2: ").arg(seed).arg(QString::fromLatin1(identifier(side)))
                           + describe(connections, trace.states(side))));
        }
    }
    QVERIFY(sure > 4 * schedules); // it does not hold its tongue instead
}

QTEST_APPLESS_MAIN(TestCapturedTruth)
#include "tst_captured_truth.moc"
