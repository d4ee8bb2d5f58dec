// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// No row of the transition table is decoration: for each there is an input that takes this row and no other, and what
// the row promises to send is sent.

#include "core/endpoint_fixture.h"
#include "core/rfc5961.h"

#include <algorithm>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;
using enum finwait::Trigger;

Q_DECLARE_METATYPE(finwait::TransitionRow)

namespace {

EndpointConfig configFor(const TransitionRow& row)
{
    EndpointConfig config = bench::config();
    switch (row.trigger) {
    case CloseWithUnreadData: config.reading = false; break;
    case RcvSynInWindow: followRfc5961(config.profile, false); break;
    case RetriesExhaustedPassive: config.profile.listenerSurvives = true; break;
    case EstablishmentTimeout: config.profile.establishmentTimeout = 75s; break;
    case UserTimeout: config.profile.userTimeout = 10s; break;
    case KeepAliveExhausted: config.keepAlive = true; break;
    case FinWait2Timeout: config.profile.finWait2Timeout = 60s; break;
    case Trigger::OpenActive:
    case Trigger::OpenPassive:
    case Trigger::Send:
    case Trigger::Close:
    case Trigger::Abort:
    case RcvSyn:
    case RcvNewSyn:
    case RcvSynAck:
    case RcvAckOfSyn:
    case RcvFin:
    case RcvFinAckOfFin:
    case RcvAckOfFin:
    case RcvRst:
    case RcvRstPassive:
    case RcvRstReopened:
    case RcvSynPassive:
    case RcvDataAfterClose:
    case RetriesExhausted:
    case RetriesExhaustedReopened:
    case Timeout2Msl:
    case HostCrash: break;
    }
    if (row.from == TimeWait && row.trigger == RcvSynInWindow)
        config.profile.reopenFromTimeWait = false;
    return config;
}

/// Ten octets came with the SYN; whoever closes for good before the handshake is over will not read them.
void bringToSynReceivedWithText(Bench& bench)
{
    bench.bringTo(Listen);
    bench.arrive(syn, 300, 0, 10);
}

/// A CLOSE that waits for what is to be sent before it, of an application that does not read any more.
void closeForGoodInSynReceived(Bench& bench)
{
    bench.bringTo(SynReceived);
    bench.call(finwait::Send{10});
    bench.call(finwait::Close{.stillReading = false});
}

/// Ten octets wait for an application that does not read, also after the peer's FIN.
void leaveDataUnread(Bench& bench, State from)
{
    if (from == CloseWait) {
        bench.bringTo(Established);
        bench.arrive(ack, 301, 101, 10);
        bench.arrive(finAck, 311, 101);
        return;
    }
    bench.bringTo(from);
    bench.arrive(ack, 301, bench.tcb().snd.nxt.value, 10);
    if (from == FinWait1) // that acknowledged our FIN
        QCOMPARE(bench.state(), FinWait2);
}

/// FIN_WAIT_1 or FIN_WAIT_2 of an application that does not read any more.
void closeForGood(Bench& bench, State from)
{
    bench.bringTo(Established);
    bench.call(finwait::Close{.stillReading = false});
    if (from == FinWait2)
        bench.arrive(ack, 301, 102);
}

void prepare(Bench& bench, const TransitionRow& row)
{
    const bool isReopened = row.trigger == RcvRstReopened || row.trigger == RetriesExhaustedReopened;
    if (row.trigger == CloseWithUnreadData && row.from == SynReceived) {
        bringToSynReceivedWithText(bench);
    } else if (row.trigger == RcvDataAfterClose && row.from == SynReceived) {
        closeForGoodInSynReceived(bench);
    } else if (row.trigger == CloseWithUnreadData && row.from == FinWait1) {
        bench.bringTo(FinWait1);
        bench.arrive(ack, 301, 101, 10);
    } else if (row.trigger == CloseWithUnreadData) {
        leaveDataUnread(bench, row.from);
    } else if (row.trigger == RcvDataAfterClose || row.trigger == FinWait2Timeout) {
        closeForGood(bench, row.from);
    } else if (row.from == SynReceived
               && (row.trigger == RcvRst || row.trigger == RcvSynInWindow || row.trigger == RetriesExhausted
                   || row.trigger == EstablishmentTimeout)) {
        bench.bringToSynReceivedByActiveOpen();
    } else if (isReopened) {
        bench.bringToSynReceivedFromTimeWait();
        if (row.from == FinWait1)
            bench.call(finwait::Close{});
    } else {
        bench.bringTo(row.from);
    }
    const bool needsOutstanding = row.trigger == RetriesExhausted || row.trigger == UserTimeout;
    if (needsOutstanding && (row.from == Established || row.from == CloseWait))
        bench.call(finwait::Send{10});
}

/// Lets a timer expire until something moves.
void expireUntilSomethingMoves(Bench& bench, TimerKind kind)
{
    constexpr int enough = 50;
    for (int i = 0; i < enough && (i == 0 || bench.rows().empty()); ++i)
        bench.expire(kind);
}

void fire(Bench& bench, const TransitionRow& row)
{
    const std::uint32_t rcvNxt = bench.tcb().rcv.nxt.value;
    const std::uint32_t sndUna = bench.tcb().snd.una.value;
    const std::uint32_t sndNxt = bench.tcb().snd.nxt.value;
    switch (row.trigger) {
    case Trigger::OpenActive: bench.call(finwait::OpenActive{}); return;
    case Trigger::OpenPassive: bench.call(finwait::OpenPassive{}); return;
    case Trigger::Send: bench.call(finwait::Send{10}); return;
    case Trigger::Close: bench.call(finwait::Close{}); return;
    case CloseWithUnreadData: bench.call(finwait::Close{.stillReading = false}); return;
    case Trigger::Abort: bench.call(finwait::Abort{}); return;
    case RcvSyn: bench.arrive(syn, 300); return;
    case RcvNewSyn: bench.arrive(syn, 1000); return;
    case RcvSynAck: bench.arrive(synAck, 300, 101); return;
    case RcvAckOfSyn:
    case RcvAckOfFin: bench.arrive(ack, rcvNxt, sndNxt); return;
    case RcvFin: bench.arrive(finAck, rcvNxt, sndUna); return;
    case RcvFinAckOfFin: bench.arrive(finAck, rcvNxt, sndNxt); return;
    case RcvRst: // in SYN_SENT only the acknowledgment makes it valid
    case RcvRstPassive:
    case RcvRstReopened: bench.arrive(rstAck, rcvNxt, sndNxt); return;
    case RcvSynPassive:
    case RcvSynInWindow: bench.arrive(syn, rcvNxt + 5); return;
    case RcvDataAfterClose: bench.arrive(ack, rcvNxt, row.from == SynReceived ? sndNxt : sndUna, 10); return;
    case RetriesExhausted:
    case RetriesExhaustedReopened:
    case RetriesExhaustedPassive: expireUntilSomethingMoves(bench, TimerKind::Retransmission); return;
    case EstablishmentTimeout: bench.expire(TimerKind::Establishment); return;
    case UserTimeout: bench.expire(TimerKind::User); return;
    case KeepAliveExhausted: expireUntilSomethingMoves(bench, TimerKind::KeepAlive); return;
    case FinWait2Timeout: bench.expire(TimerKind::FinWait2); return;
    case Timeout2Msl: bench.expire(TimerKind::TimeWait); return;
    case HostCrash: bench.input(HostCrashes{}); return;
    }
}

bool promises(Reply reply, const Segment& segment)
{
    const Flags& flags = segment.flags;
    switch (reply) {
    case Reply::None: return false;
    case Reply::Syn: return flags.syn && !flags.ack;
    case Reply::SynAck: return flags.syn && flags.ack;
    case Reply::Ack: return flags.ack && !flags.syn && !flags.rst;
    case Reply::Fin: return flags.fin && flags.ack;
    case Reply::Rst: return flags.rst;
    }
    return false;
}

} // namespace

class TestEveryRow : public QObject
{
    Q_OBJECT

private slots:
    void anInputTakesThisRowAndSendsWhatItPromises_data();
    void anInputTakesThisRowAndSendsWhatItPromises();
};

void TestEveryRow::anInputTakesThisRowAndSendsWhatItPromises_data()
{
    QTest::addColumn<TransitionRow>("row");
    for (const TransitionRow& row : transitionTable())
        QTest::addRow("%s %s", identifier(row.from).data(), identifier(row.trigger).data()) << row;
}

void TestEveryRow::anInputTakesThisRowAndSendsWhatItPromises()
{
    QFETCH(TransitionRow, row);
    Bench bench(configFor(row));
    prepare(bench, row);
    QCOMPARE(bench.state(), row.from);
    fire(bench, row);
    QCOMPARE(bench.rows(), std::vector<RowIndex>{*findRow(row.from, row.trigger)});
    QCOMPARE(bench.state(), row.to);

    const std::vector<Segment> sent = bench.segments();
    QCOMPARE(sent.size(), row.reply == Reply::None ? std::size_t{0} : std::size_t{1});
    if (!sent.empty())
        QVERIFY2(promises(row.reply, sent.front()), qPrintable(notation(sent.front())));
    const bool isOver = row.to == Closed || row.to == Listen;
    QCOMPARE(bench.endpoint.nextDeadline().has_value(),
             !isOver && row.to != Established && row.to != CloseWait && row.to != FinWait2);
}

QTEST_APPLESS_MAIN(TestEveryRow)
#include "tst_every_row.moc"
