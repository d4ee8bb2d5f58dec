// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A connection that begins in its midst, as a capture would show it: both ends are found in ESTABLISHED at 0 s, the
// client sends and closes, the server closes later. What a capture cannot be sure of is inferred.
#pragma once

#include "core/simulator.h"
#include "session/recording.h"

#include <memory>
#include <utility>
#include <vector>

namespace finwait::test {

inline Tcb establishedTcb(Seq iss, Seq irs)
{
    Tcb tcb;
    tcb.state = State::Established;
    tcb.snd = SendVariables{.iss = iss,
                            .una = iss + 1,
                            .nxt = iss + 1,
                            .wnd = 20'000,
                            .maxWnd = 20'000,
                            .wl1 = irs,
                            .wl2 = iss + 1,
                            .up = std::nullopt,
                            .mss = 1000,
                            .scale = 0};
    tcb.rcv =
        ReceiveVariables{.irs = irs, .nxt = irs + 1, .wnd = 20'000, .up = std::nullopt, .scale = 0, .finSeen = false};
    return tcb;
}

/// All that is to be known of a simulator by somebody who has not simulated it, at another time.
inline MidConnection midConnection(const Simulator& simulator, const Trace& trace, Time at)
{
    MidConnection connection;
    connection.now = at;
    for (const Side side : allSides) {
        connection.tcbs[side] = simulator.endpoint(side).tcb();
        connection.iss[side] = simulator.iss(side);
    }
    connection.inFlight = simulator.network().inFlight();
    connection.nextRecord = static_cast<RecordIndex>(trace.records().size());
    connection.nextFlight = static_cast<FlightIndex>(trace.flights().size());
    return connection;
}

class RecordedConnection
{
public:
    /// `textIsLost`: what the client sends first never arrives, and all after it comes a second later.
    explicit RecordedConnection(bool textIsLost = false)
    {
        begin();
        doing(10ms, command::MakeCall{Side::Client, Send{300}});
        if (textIsLost)
            doing(30ms, command::Drop{0});
        const Duration later = textIsLost ? 1s : 0s;
        until(200ms + later);
        doing(200ms + later, command::MakeCall{Side::Client, Close{}});
        until(500ms + later);
        doing(500ms + later, command::MakeCall{Side::Server, Close{}});
        until(2s + later); // the capture ends, and 2 MSL are not over
    }

    [[nodiscard]] Recording recording() const
    {
        Recording told{inferred(), {}};
        told.simulatorAt = [moments = m_moments](StepIndex position, Time at) {
            MidConnection connection = (*moments)[position];
            connection.now = at;
            return Simulator({}, connection);
        };
        return told;
    }

private:
    void begin()
    {
        const Seq client{1000};
        const Seq server{5000};
        MidConnection found;
        found.tcbs = {establishedTcb(client, server), establishedTcb(server, client)};
        found.iss = {client, server};
        found.nextRecord = 2;
        // Before the first step a trace has both in CLOSED.
        MidConnection nothing;
        m_moments->push_back(nothing);
        m_simulator = Simulator({}, found);
        for (const Side side : allSides)
            m_trace.append(Record{Time{}, noRecord, side, record::StateFound{State::Established, Certainty::Sure}});
        m_trace.endStep(Time{});
        remember();
    }

    void remember() { m_moments->push_back(midConnection(m_simulator, m_trace, m_simulator.now())); }

    void doing(Time at, const Command& command)
    {
        m_simulator.advanceTo(at);
        m_simulator.apply(command, &m_trace);
        remember();
    }

    void until(Time end)
    {
        while (m_simulator.nextEventAt() && *m_simulator.nextEventAt() < end) {
            m_simulator.step(&m_trace);
            remember();
        }
    }

    /// The same; where a packet has come to is only known of its sender. The second of two packets of a capture is
    /// number 2.
    [[nodiscard]] Trace inferred() const
    {
        Trace trace;
        for (StepIndex step = 0; step < m_trace.steps().size(); ++step) {
            for (RecordIndex i = m_trace.recordsOf(step); i < m_trace.recordsOf(step + 1); ++i)
                append(trace, i);
            trace.endStep(m_trace.steps()[step].at);
        }
        return trace;
    }

    void append(Trace& trace, RecordIndex index) const
    {
        Record record = m_trace.record(index);
        if (const auto* sent = std::get_if<record::SegmentSent>(&record.body)) {
            Flight flight = m_trace.flight(sent->flight);
            flight.fate = Fate::InFlight;
            flight.ended = {};
            flight.endRecord = noRecord;
            flight.packet = sent->flight + 1;
            trace.appendFlight(flight, record.cause);
            return;
        }
        auto* taken = std::get_if<record::Transition>(&record.body);
        if (taken != nullptr && record.side == Side::Server)
            taken->certainty = Certainty::Inferred;
        if (auto* lost = std::get_if<record::SegmentLost>(&record.body))
            lost->why = LossCause::NotSeenToArrive;
        trace.append(record);
    }

    Simulator m_simulator;
    Trace m_trace;
    std::shared_ptr<std::vector<MidConnection>> m_moments = std::make_shared<std::vector<MidConnection>>();
};

} // namespace finwait::test
