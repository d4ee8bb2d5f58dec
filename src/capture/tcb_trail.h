// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The TCBs that two captured ends have at any moment of their trace, as far as their segments tell, and what is on its
// way between them then. Numbers are kept at intervals and followed from there. Internal to the room.
#pragma once

#include "capture/observed_end.h"
#include "core/simulator.h"
#include "core/trace.h"

#include <cstdint>
#include <vector>

namespace finwait {

class TcbTrail
{
public:
    TcbTrail() = default;
    /// `offers`: of the SYNs, as far as they were captured. `roundTrip`: from end to end and back.
    TcbTrail(const Trace& trace, const PerSide<SynOffer>& offers, const PerSide<std::uint8_t>& scale,
             Duration roundTrip);

    /// After the first `position` steps of the same trace, at `at`.
    [[nodiscard]] MidConnection at(const Trace& trace, StepIndex position, Time at,
                                   const PerSide<EndpointConfig>& configs) const;

private:
    /// What an end knows by what it has sent and what has come to it.
    struct End {
        Seq iss;
        Seq una;
        Seq nxt;
        Seq irs;
        Seq rcvNxt;
        Seq wl1;
        Seq wl2;
        Seq lastAckSent;
        std::uint32_t sndWnd = 0;
        std::uint32_t rcvWnd = 0;
        Time timestampSent{}; // of the segment that TS.Recent is of
        Time timestampAt{};
        std::uint32_t synText = 0;    // octets that it has sent with its SYN
        std::uint64_t textOffset = 0; // of the next octet that it will send
        bool hasSent = false;
        bool sentSyn = false;
        bool sentFin = false;
        bool hasReceived = false; // the peer's numbers are known
        bool hasAcknowledged = false;
    };
    struct Numbers {
        PerSide<End> ends;
        std::vector<FlightIndex> inFlight;
    };
    struct Checkpoint {
        RecordIndex records = 0;
        Numbers numbers;
    };

    [[nodiscard]] Numbers atStart(const Trace& trace) const;
    static void follow(Numbers& numbers, const Trace& trace, const Record& record, const PerSide<std::uint8_t>& scale);
    static void send(End& end, const Flight& flight, std::uint8_t scale);
    static void receive(End& end, const Flight& flight, std::uint8_t scale, Time at);
    [[nodiscard]] Numbers numbersAfter(const Trace& trace, RecordIndex records) const;
    [[nodiscard]] Tcb tcbOf(Side side, const End& end, const Trace& trace, RecordIndex records, Time at,
                            const StackProfile& profile) const;
    static void numberSent(Tcb& tcb, const End& end);
    static void addOutstanding(Tcb& tcb, const End& end, Side side, Time at);
    static void startTimers(Tcb& tcb, const End& end, Time entered, Time at, const StackProfile& profile);

    std::vector<Checkpoint> m_checkpoints;
    PerSide<SynOffer> m_offers;
    PerSide<std::uint8_t> m_scale;
    Duration m_roundTrip{};
};

} // namespace finwait
