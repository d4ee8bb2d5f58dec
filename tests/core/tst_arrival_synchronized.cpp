// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293 section 3.10.7.4 from ESTABLISHED on: every kind of segment at every place, in each of the seven states.

#include "core/arrival_table.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// Seventh: text is taken at the left edge; what is beyond it is kept and answered (SHLD-31, MAY-13). Sixth: the URG is
/// told either way.
Rules takesText(State state)
{
    return {
        {{Kind::Data}, leftEdge, Rfc5961::Either, state, emptyAck, Reason::None, "DataDelivered 10", 10},
        {{Kind::Data}, beyondLeftEdge, Rfc5961::Either, state, emptyAck, Reason::OutOfOrder},
        {{Kind::Urg}, leftEdge, Rfc5961::Either, state, emptyAck, Reason::None, "UrgentData, DataDelivered 10", 10},
        {{Kind::Urg}, beyondLeftEdge, Rfc5961::Either, state, emptyAck, Reason::OutOfOrder, "UrgentData"},
    };
}

/// "This should not occur since a FIN has been received from the remote side. Ignore the segment text." And the URG.
Rules ignoresText(State state)
{
    return {{{Kind::Data, Kind::Urg}, inside, Rfc5961::Either, state, silence, Reason::TextAfterFin}};
}

/// Second and fourth, where the application has a connection to lose.
Rules canBeReset(State state)
{
    return inEverySynchronizedState(state) + resetLeadsTo(Closed, "ConnectionReset")
           + synAloneInWindow(state, "ConnectionReset") + synAckInWindow(state, "ConnectionReset");
}

Rules establishedRules()
{
    const Rules rules = {
        {{Kind::Ack, Kind::AckOfOurs}, inside, Rfc5961::Either, Established, silence},
        {{Kind::Fin, Kind::FinAckOfOurs},
         leftEdge,
         Rfc5961::Either,
         CloseWait,
         emptyAck,
         Reason::None,
         "PeerClosing",
         1},
        {{Kind::Fin, Kind::FinAckOfOurs}, beyondLeftEdge, Rfc5961::Either, Established, emptyAck, Reason::OutOfOrder},
    };
    return canBeReset(Established) + takesText(Established) + rules;
}

// Fifth: "if the FIN segment is now acknowledged, then enter FIN-WAIT-2 and continue processing in that state". Eighth:
// "If our FIN has been ACKed (perhaps in this segment), then enter TIME-WAIT"
Rules finWait1Rules()
{
    const Rules rules = {
        {{Kind::Ack}, inside, Rfc5961::Either, FinWait1, silence},
        {{Kind::AckOfOurs}, inside, Rfc5961::Either, FinWait2, silence, Reason::None, "CloseAcknowledged"},
        {{Kind::Fin}, leftEdge, Rfc5961::Either, Closing, emptyAck, Reason::None, "PeerClosing", 1},
        {{Kind::Fin}, beyondLeftEdge, Rfc5961::Either, FinWait1, emptyAck, Reason::OutOfOrder},
        {{Kind::FinAckOfOurs},
         leftEdge,
         Rfc5961::Either,
         TimeWait,
         emptyAck,
         Reason::None,
         "CloseAcknowledged, PeerClosing",
         1},
        {{Kind::FinAckOfOurs},
         beyondLeftEdge,
         Rfc5961::Either,
         FinWait2,
         emptyAck,
         Reason::OutOfOrder,
         "CloseAcknowledged"},
    };
    return canBeReset(FinWait1) + takesText(FinWait1) + rules;
}

Rules finWait2Rules()
{
    const Rules rules = {
        {{Kind::Ack, Kind::AckOfOurs}, inside, Rfc5961::Either, FinWait2, silence},
        {{Kind::Fin, Kind::FinAckOfOurs},
         leftEdge,
         Rfc5961::Either,
         TimeWait,
         emptyAck,
         Reason::None,
         "PeerClosing",
         1},
        {{Kind::Fin, Kind::FinAckOfOurs}, beyondLeftEdge, Rfc5961::Either, FinWait2, emptyAck, Reason::OutOfOrder},
    };
    return canBeReset(FinWait2) + takesText(FinWait2) + rules;
}

// Eighth: "Remain in the CLOSE-WAIT state." A second FIN behind the first takes no sequence number of this connection,
// and is answered as any FIN.
Rules closeWaitRules()
{
    const Rules rules = {
        {{Kind::Ack, Kind::AckOfOurs}, inside, Rfc5961::Either, CloseWait, silence},
        {{Kind::Fin, Kind::FinAckOfOurs}, inside, Rfc5961::Either, CloseWait, emptyAck, Reason::TextAfterFin},
    };
    return canBeReset(CloseWait) + ignoresText(CloseWait) + rules;
}

// Fifth: "if the ACK acknowledges our FIN, then enter the TIME-WAIT state; otherwise, ignore the segment."
Rules closingRules()
{
    const Rules rules = {
        {{Kind::Ack}, inside, Rfc5961::Either, Closing, silence, Reason::FinNotAcknowledged},
        {{Kind::AckOfOurs}, inside, Rfc5961::Either, TimeWait, silence, Reason::None, "CloseAcknowledged"},
        {{Kind::Fin}, inside, Rfc5961::Either, Closing, emptyAck, Reason::TextAfterFin},
        {{Kind::FinAckOfOurs}, inside, Rfc5961::Either, TimeWait, emptyAck, Reason::TextAfterFin, "CloseAcknowledged"},
    };
    return canBeReset(Closing) + ignoresText(Closing) + rules;
}

// Fifth: "If our FIN is now acknowledged, delete the TCB, enter the CLOSED state, and return."
Rules lastAckRules()
{
    const QString over = "CloseAcknowledged, ConnectionClosed";
    const Rules rules = {
        {{Kind::Ack}, inside, Rfc5961::Either, LastAck, silence, Reason::FinNotAcknowledged},
        {{Kind::AckOfOurs}, inside, Rfc5961::Either, Closed, silence, Reason::None, over},
        {{Kind::Fin}, inside, Rfc5961::Either, LastAck, emptyAck, Reason::TextAfterFin},
        {{Kind::FinAckOfOurs}, inside, Rfc5961::Either, Closed, silence, Reason::TextAfterFin, over},
    };
    return canBeReset(LastAck) + ignoresText(LastAck) + rules;
}

// 3.6.1, MAY-2: a SYN beyond all that the old connection used opens a new one. A RST ends what had ended well.
Rules timeWaitRules()
{
    const Rules rules = {
        {{Kind::SynAck, Kind::Ack, Kind::AckOfOurs, Kind::Fin, Kind::FinAckOfOurs, Kind::Data, Kind::Urg,
          Kind::Nothing},
         outside,
         Rfc5961::Either,
         TimeWait,
         emptyAck,
         Reason::OutsideWindow},
        {{Kind::Syn}, {Place::OutsideLeft}, Rfc5961::Either, TimeWait, emptyAck, Reason::OutsideWindow},
        {{Kind::Syn}, {Place::OutsideRight}, Rfc5961::Either, SynReceived, synAckAnswer},
        {{Kind::Syn}, inside, Rfc5961::Either, SynReceived, synAckAnswer},
        {resets, outside, Rfc5961::Either, TimeWait, silence, Reason::RstOutsideWindow},
        {resets, beyondLeftEdge, Rfc5961::With, TimeWait, emptyAck, Reason::RstNotAtLeftEdge},
        {{Kind::Nothing}, inside, Rfc5961::Either, TimeWait, silence, Reason::AckMissing},
        {{Kind::Ack, Kind::AckOfOurs}, inside, Rfc5961::Either, TimeWait, silence},
        {{Kind::Fin, Kind::FinAckOfOurs}, inside, Rfc5961::Either, TimeWait, emptyAck, Reason::FinRepeated},
    };
    return rules + resetLeadsTo(Closed, "ConnectionClosed") + synAckInWindow(TimeWait, "ConnectionClosed")
           + ignoresText(TimeWait);
}

const std::vector<Situation>& situations()
{
    const auto bringTo = [](State state) { return [state](Bench& bench) { bench.bringTo(state); }; };
    static const std::vector<Situation> all = {
        {"ESTABLISHED", bringTo(Established), 101, 101, 301, 1300, establishedRules()},
        {"FIN_WAIT_1", bringTo(FinWait1), 101, 102, 301, 1300, finWait1Rules()},
        {"FIN_WAIT_2", bringTo(FinWait2), 102, 102, 301, 1300, finWait2Rules()},
        {"CLOSING", bringTo(Closing), 101, 102, 302, 1300, closingRules()},
        {"TIME_WAIT", bringTo(TimeWait), 102, 102, 302, 1300, timeWaitRules()},
        {"CLOSE_WAIT", bringTo(CloseWait), 101, 101, 302, 1300, closeWaitRules()},
        {"LAST_ACK", bringTo(LastAck), 101, 102, 302, 1300, lastAckRules()},
    };
    return all;
}

} // namespace

class TestArrivalSynchronized : public QObject
{
    Q_OBJECT

private slots:
    void everySegmentAtEveryPlace_data() { addArrivals(situations()); }
    void everySegmentAtEveryPlace();
};

void TestArrivalSynchronized::everySegmentAtEveryPlace()
{
    QFETCH(std::size_t, situation);
    QFETCH(Kind, kind);
    QFETCH(Place, place);
    QFETCH(bool, with5961);
    checkArrival(situations()[situation], kind, place, with5961);
}

QTEST_APPLESS_MAIN(TestArrivalSynchronized)
#include "tst_arrival_synchronized.moc"
