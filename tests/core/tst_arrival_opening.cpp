// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293 sections 3.10.7.1 to 3.10.7.3, and SYN_RECEIVED of 3.10.7.4 in its three origins: every kind of segment at
// every place.

#include "core/arrival_table.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

// "If the ACK bit is off, sequence number zero is used"
Rules closedRules()
{
    return {
        {resets, everywhere, Rfc5961::Either, Closed, silence, Reason::RstForNoConnection},
        {{Kind::Syn, Kind::Nothing}, everywhere, Rfc5961::Either, Closed, resetToNoAck, Reason::NoConnection},
        {{Kind::SynAck, Kind::Ack, Kind::AckOfOurs, Kind::Fin, Kind::FinAckOfOurs, Kind::Data, Kind::Urg},
         everywhere,
         Rfc5961::Either,
         Closed,
         resetToAck,
         Reason::NoConnection},
    };
}

Rules listenRules()
{
    return {
        {resets, everywhere, Rfc5961::Either, Listen, silence, Reason::RstInListen},                       // first
        {{Kind::SynAck, Kind::Ack, Kind::AckOfOurs, Kind::Fin, Kind::FinAckOfOurs, Kind::Data, Kind::Urg}, // second
         everywhere,
         Rfc5961::Either,
         Listen,
         resetToAck,
         Reason::AckInListen},
        {{Kind::Syn}, everywhere, Rfc5961::Either, SynReceived, synAckAnswer},                     // third
        {{Kind::Nothing}, everywhere, Rfc5961::Either, Listen, silence, Reason::NeitherSynNorRst}, // fourth
    };
}

Rules synSentRules()
{
    return {
        // first: "If SEG.ACK =< ISS or SEG.ACK > SND.NXT, send a reset"
        {{Kind::Ack, Kind::Fin, Kind::Data, Kind::Urg},
         everywhere,
         Rfc5961::Either,
         SynSent,
         resetToAck,
         Reason::BadAckInSynSent},
        // second: "If the ACK was acceptable, then signal to the user 'error: connection reset'"
        {{Kind::RstAck}, everywhere, Rfc5961::Either, Closed, silence, Reason::None, "ConnectionReset"},
        {{Kind::Rst}, everywhere, Rfc5961::Either, SynSent, silence, Reason::RstWithoutAckInSynSent},
        // fourth
        {{Kind::SynAck},
         everywhere,
         Rfc5961::Either,
         Established,
         "<SEQ=SND.NXT><ACK=SEG.SEQ+1><CTL=ACK>",
         Reason::None,
         "Connected"},
        {{Kind::Syn}, everywhere, Rfc5961::Either, SynReceived, synAckAnswer},
        // fifth
        {{Kind::AckOfOurs, Kind::FinAckOfOurs, Kind::Nothing},
         everywhere,
         Rfc5961::Either,
         SynSent,
         silence,
         Reason::NeitherSynNorRst},
    };
}

/// 3.10.7.4, fifth and eighth, in SYN_RECEIVED. What acknowledges nothing of ours is answered with a reset.
Rules synReceivedAcks()
{
    return {
        {{Kind::Ack, Kind::Fin, Kind::Data, Kind::Urg},
         inside,
         Rfc5961::Either,
         SynReceived,
         resetToAck,
         Reason::AckBad},
        {{Kind::AckOfOurs}, inside, Rfc5961::Either, Established, silence, Reason::None, "Connected"},
        {{Kind::FinAckOfOurs},
         leftEdge,
         Rfc5961::Either,
         CloseWait,
         emptyAck,
         Reason::None,
         "Connected, PeerClosing",
         1},
        {{Kind::FinAckOfOurs}, beyondLeftEdge, Rfc5961::Either, Established, emptyAck, Reason::OutOfOrder, "Connected"},
    };
}

// Second and fourth: "came from the LISTEN state": both lead back there, and nobody is told.
Rules passiveRules()
{
    const Rules syns = {{{Kind::Syn, Kind::SynAck}, inside, Rfc5961::Either, Listen, silence}};
    return inEverySynchronizedState(SynReceived) + resetLeadsTo(Listen, "") + syns + synReceivedAcks();
}

// "signal the user 'connection refused'"; a SYN: "handle per the directions for synchronized states below"
Rules activeRules()
{
    return inEverySynchronizedState(SynReceived) + resetLeadsTo(Closed, "ConnectionRefused")
           + synAloneInWindow(SynReceived, "ConnectionReset") + synAckInWindow(SynReceived, "ConnectionReset")
           + synReceivedAcks();
}

// 3.6.1, MAY-2: "returns to TIME-WAIT state if the SYN turns out to be an old duplicate"
Rules reopenedRules()
{
    return inEverySynchronizedState(SynReceived) + resetLeadsTo(TimeWait, "")
           + synAloneInWindow(SynReceived, "ConnectionReset") + synAckInWindow(SynReceived, "ConnectionReset")
           + synReceivedAcks();
}

const std::vector<Situation>& situations()
{
    const auto bringTo = [](State state) { return [state](Bench& bench) { bench.bringTo(state); }; };
    static const std::vector<Situation> all = {
        {"CLOSED", bringTo(Closed), 0, 1, 301, 1300, closedRules()},
        {"LISTEN", bringTo(Listen), 0, 1, 301, 1300, listenRules()},
        {"SYN_SENT", bringTo(SynSent), 100, 101, 301, 1300, synSentRules()},
        {"SYN_RECEIVED after LISTEN", bringTo(SynReceived), 100, 101, 301, 1300, passiveRules()},
        {"SYN_RECEIVED after SYN_SENT", &Bench::bringToSynReceivedByActiveOpen, 100, 101, 301, 1300, activeRules()},
        {"SYN_RECEIVED after TIME_WAIT", &Bench::bringToSynReceivedFromTimeWait, 100, 101, 1001, 2000, reopenedRules()},
    };
    return all;
}

} // namespace

class TestArrivalOpening : public QObject
{
    Q_OBJECT

private slots:
    void everySegmentAtEveryPlace_data() { addArrivals(situations()); }
    void everySegmentAtEveryPlace();
};

void TestArrivalOpening::everySegmentAtEveryPlace()
{
    QFETCH(std::size_t, situation);
    QFETCH(Kind, kind);
    QFETCH(Place, place);
    QFETCH(bool, with5961);
    checkArrival(situations()[situation], kind, place, with5961);
}

QTEST_APPLESS_MAIN(TestArrivalOpening)
#include "tst_arrival_opening.moc"
