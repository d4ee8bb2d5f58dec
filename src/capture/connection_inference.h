// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One connection of a capture: which states its two ends went through, and what is worth knowing of it, inferred from
// its segments as they come. What a segment shows is certain for its sender at once: it has made a call, or has
// received what it acknowledges. Its receiver is moved by it, through classify() and the transition table, when a later
// segment proves that it arrived; where nothing proves or disproves it, it is taken to have arrived after the time that
// the way takes. What was sent again before it was acknowledged, or was never acknowledged, has moved nobody.
#pragma once

#include "capture/captured_end.h"
#include "capture/captured_segment.h"
#include "capture/finding.h"
#include "core/classify.h"
#include "core/side.h"
#include "core/stack_profile.h"

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

namespace finwait {

/// How a connection came to be.
enum class Opening : std::uint8_t {
    NotCaptured,
    Unanswered, ///< only the SYN, if often
    Refused,
    Incomplete, ///< the SYN,ACK was never acknowledged
    ThreeWay,
    Simultaneous,
};
/// "not-captured", "unanswered", "refused", "incomplete", "three-way", "simultaneous"
[[nodiscard]] std::string_view identifier(Opening opening);

/// How it ended, as far as the capture goes.
enum class Closing : std::uint8_t {
    NeverOpened,
    StillOpen,
    HalfClosedByClient, ///< only the client has sent a FIN
    HalfClosedByServer,
    ClientFirst,
    ServerFirst,
    Simultaneous, ///< each sent its FIN before the other's had come
    ResetByClient,
    ResetByServer,
};
/// "never-opened", "open", "half-closed-by-client", "half-closed-by-server", "client-first", "server-first",
/// "simultaneous", "reset-by-client", "reset-by-server"
[[nodiscard]] std::string_view identifier(Closing closing);

/// Where the capture was taken, by the times that the way to either end takes.
enum class CapturePoint : std::uint8_t { Unknown, NearClient, Between, NearServer };
/// "unknown", "near-client", "between", "near-server"
[[nodiscard]] std::string_view identifier(CapturePoint point);

class ConnectionInference
{
public:
    /// What went before on the same ports.
    struct Former {
        PerSide<State> states;   ///< when the SYN came; as the client and the server of the new connection
        bool hasSameSyn = false; ///< its SYN had the same number: what seems to be new may be late copies of that
    };

    /// What it keeps is in `memory`, which must outlive it; a copy of it has it elsewhere.
    ConnectionInference(const PerSide<SocketAddress>& sockets, const std::optional<Former>& former,
                        std::pmr::memory_resource* memory = std::pmr::get_default_resource());

    /// The segments of the connection, in order of time.
    void add(const CapturedSegment& captured);
    /// There are no more, and the capture, or what is known of these ports, ends then.
    void finish(Time end);

    [[nodiscard]] const PerSide<SocketAddress>& sockets() const { return m_sockets; }
    [[nodiscard]] Side senderOf(const CapturedSegment& captured) const
    {
        const bool isFromClient = m_sockets.client.port != m_sockets.server.port
                                      ? captured.from.port == m_sockets.client.port
                                      : captured.from.host == m_sockets.client.host;
        return isFromClient ? Side::Client : Side::Server;
    }
    [[nodiscard]] const CapturedEnd& end(Side side) const { return m_ends[side]; }
    /// By what was captured so far; a TIME_WAIT is over at last.
    [[nodiscard]] State stateAt(Side side, Time time) const;
    /// In the order in which they were seen first.
    [[nodiscard]] const FindingList& findings() const { return m_findings; }
    /// A FIN or a RST was captured: another connection may begin on the same ports.
    [[nodiscard]] bool isOver() const;
    /// How far the numbers of a segment of `side` are from those of this connection.
    [[nodiscard]] std::uint32_t distanceFrom(Side side, const Segment& segment) const;
    /// Its SYN was not of the end in whose name it came: nothing is known, but that it came.
    void disown();
    /// Whether a SYN of `side` begins another connection on the same ports.
    [[nodiscard]] bool isEndedBySyn(Side side, const Segment& syn) const;

    [[nodiscard]] std::uint32_t segments() const { return m_segments; }
    [[nodiscard]] std::uint32_t firstPacket() const { return m_firstPacket; }
    [[nodiscard]] std::uint32_t lastPacket() const { return m_lastPacket; }
    [[nodiscard]] Time firstSeen() const { return m_firstSeen; }
    [[nodiscard]] Time lastSeen() const { return m_lastSeen; }
    /// Octets of text that a side has sent, each counted once.
    [[nodiscard]] std::uint64_t octets(Side side) const { return m_octets[side]; }

    /// The SYN of the client was captured.
    [[nodiscard]] bool hasCompleteStart() const { return m_hasCompleteStart; }
    [[nodiscard]] Opening opening() const;
    [[nodiscard]] Closing closing() const;
    [[nodiscard]] CapturePoint capturePoint() const;
    /// From where the capture was taken to that end, one way; zero if it is not known.
    [[nodiscard]] Duration distance(Side side) const;
    /// When an end entered each of its states: since the capture's first packet, by the end's own place; what happened
    /// before that packet arrived is negative.
    [[nodiscard]] std::vector<Time> entryTimes(Side side) const;

private:
    // connection_inference.cpp
    void count(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty);
    [[nodiscard]] bool isPlain(Side side, const Segment& segment, ObservedEnd::Novelty novelty) const;
    [[nodiscard]] bool isFlowing() const;
    [[nodiscard]] bool isStray(Side side, const Segment& segment) const;
    void update(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty);
    void offerOtherSyn(Side side, const Segment& synAck);
    void agreeOnScale();
    [[nodiscard]] bool isClosed() const;
    void resolveDoubt();
    [[nodiscard]] bool isDoubtful(State reached) const;
    [[nodiscard]] bool isStartSeen() const;
    void dropOne(Side receiver, const CapturedSegment& captured);
    void await(Side receiver, const CapturedSegment& captured, ObservedEnd::Novelty novelty, bool isNewTimestamp);
    [[nodiscard]] bool isTelling(Side receiver, const Segment& segment) const;

    // inferred_arrivals.cpp: what has become of what was on its way to `side`, as `captured` shows that it has sent
    void settle(Side side, const CapturedSegment& captured);
    [[nodiscard]] bool proves(Side side, const CapturedSegment& captured, const Pending& pending) const;
    [[nodiscard]] bool disproves(Side side, const CapturedSegment& captured, const Pending& pending) const;
    [[nodiscard]] bool isDue(Side side, const CapturedSegment& captured, const Pending& pending) const;
    [[nodiscard]] bool isOrderUnknown(Side side, const CapturedSegment& captured, std::size_t index) const;
    [[nodiscard]] const Pending* laterCopy(Side side, const CapturedSegment& captured, std::size_t index) const;
    /// False: nothing is known of it yet.
    [[nodiscard]] bool settleOne(Side side, const CapturedSegment& captured, std::size_t index, bool isOvertaken);
    [[nodiscard]] Duration leeway(Side side) const;
    [[nodiscard]] bool isHeldUp(Side side, const Pending& pending, Duration leeway) const;
    void noteLessAcknowledged(Side side, const CapturedSegment& captured);
    void goOn(Side side, const CapturedSegment& text);
    void confirm(Side side, const Pending& pending);
    void arrive(Side side, Pending& pending, bool isProven, std::optional<Time> answered);
    void arriveAnswered(Side side, const CapturedSegment& captured);
    void assumeListener(Side side, const Pending& pending);
    void retract(Side side, std::size_t entry);
    [[nodiscard]] bool arrivesAtEnd(Side side, const Pending& pending, Time end) const;
    void settleAtEnd(Side side, Time end);
    [[nodiscard]] std::optional<Time> endOfTimeWait(Side side) const;
    void outliveTimeWait(Side side, Time end);

    // inferred_deeds.cpp: what the sender of a segment has done
    void infer(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty);
    void sendSyn(Side side, const CapturedSegment& captured);
    void sendSynAck(Side side, const CapturedSegment& captured);
    void sendReset(Side side, const CapturedSegment& captured);
    void beSynchronized(Side side, const CapturedSegment& captured);
    void mustHaveAnswered(Side side, const CapturedSegment& captured);
    [[nodiscard]] bool isFirstOfOlder(Side side, const Segment& segment) const;
    void speakUnknown(Side side, const CapturedSegment& captured);
    void close(Side side, const CapturedSegment& captured, Time seen);
    void closeBefore(Side side, const CapturedSegment& captured);
    void find(Side side, State state, Time seen, std::uint32_t packet);
    void take(Side side, RowIndex row, const StateSighting& sighting);
    [[nodiscard]] Trigger triggerOfReset(Side side) const;
    [[nodiscard]] std::uint64_t unacknowledged() const;

    // inferred_findings.cpp
    void note(FindingKind kind, Side side, Time at, std::uint32_t packet, std::uint64_t value = 0);
    void forget(FindingKind kind, Side side);
    void noteSegment(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty);
    void noteKeepAlive(Side side, const CapturedSegment& captured);
    void noteRepeated(Side side, const CapturedSegment& captured);
    void noteText(Side side, const CapturedSegment& captured);
    void noteAckOfFin(Side side, const CapturedSegment& captured);
    void noteReason(Reason reason, Side sender, const Pending& pending);
    void noteGap(Side side, const CapturedSegment& captured);
    void takeBackGap(Side side);
    void noteIgnored(Side side, const Pending& ignored, const CapturedSegment& captured);
    void noteEnd(Time end);
    [[nodiscard]] bool wasInTimeWait() const;
    void noteUnanswered();
    void noteFormer(Opening opened);
    void noteDeadPeer(Side side, Time end);
    void noteUnfinished(Side side, Time end);

    PerSide<SocketAddress> m_sockets;
    PerSide<CapturedEnd> m_ends;
    FindingList m_findings;
    Time m_firstSeen{};
    Time m_lastSeen{};
    PerSide<std::uint64_t> m_octets;
    PerSide<Time> m_finSeen; // when the FIN was captured last
    std::uint32_t m_segments = 0;
    std::uint32_t m_firstPacket = 0;
    std::uint32_t m_lastPacket = 0;
    PerSide<std::uint16_t> m_unansweredProbes; // keep-alives, as many as fit
    PerSide<State> m_formerStates;
    std::optional<Side> m_firstFin;
    std::optional<Side> m_resetBy;
    Side m_firstSender{};
    PerSide<bool> m_finAcknowledged;
    bool m_isFlowing : 1 = false;
    bool m_isAmbiguous : 1 = false; // of what is settled, one of two copies may have come
    bool m_hasFormer : 1 = false;
    bool m_mayBeCopy : 1 = false;
    bool m_hasCompleteStart : 1 = false;
    bool m_isRefused : 1 = false;
    bool m_isFinished : 1 = false;
};

} // namespace finwait
