// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The transition table against RFC 9293, read a second time: which pairs of state and trigger move anything, whereto,
// what is sent, and which of them Figure 5 draws.

#include "core/transition_table.h"

#include "core/endpoint_fixture.h"

#include <algorithm>
#include <map>
#include <set>

using namespace finwait;
using enum finwait::State;
using enum finwait::Trigger;

namespace {

struct Moves {
    Trigger trigger;
    std::vector<State> from;
    State to;
    Reply reply;
};

/// Every pair that moves something, by trigger, with what RFC 9293 says is sent.
const std::vector<Moves>& expectedMoves()
{
    static const std::vector<Moves> moves = {
        // 3.10.1, 3.10.2
        {Trigger::OpenActive, {Closed, Listen}, SynSent, Reply::Syn},
        {Trigger::OpenPassive, {Closed}, Listen, Reply::None},
        {Trigger::Send, {Listen}, SynSent, Reply::Syn},
        // 3.10.4, 3.6.1
        {Trigger::Close, {Listen, SynSent}, Closed, Reply::None},
        {Trigger::Close, {SynReceived, Established}, FinWait1, Reply::Fin},
        {Trigger::Close, {CloseWait}, LastAck, Reply::Fin},
        {CloseWithUnreadData, {SynReceived, Established, FinWait1, FinWait2, CloseWait}, Closed, Reply::Rst},
        // 3.10.5
        {Trigger::Abort, {Listen, SynSent}, Closed, Reply::None},
        {Trigger::Abort, {SynReceived, Established, FinWait1, FinWait2, CloseWait}, Closed, Reply::Rst},
        {Trigger::Abort, {Closing, LastAck, TimeWait}, Closed, Reply::None},
        // 3.10.7.2, 3.10.7.3
        {RcvSyn, {Listen, SynSent}, SynReceived, Reply::SynAck},
        {RcvSynAck, {SynSent}, Established, Reply::Ack},
        {RcvRst, {SynSent}, Closed, Reply::None},
        // 3.10.7.4, second
        {RcvRstPassive, {SynReceived}, Listen, Reply::None},
        {RcvRst, {SynReceived, Established, FinWait1, FinWait2, CloseWait}, Closed, Reply::None},
        {RcvRst, {Closing, LastAck, TimeWait}, Closed, Reply::None},
        // 3.10.7.4, fourth; 3.6.1, MAY-2
        {RcvSynPassive, {SynReceived}, Listen, Reply::None},
        {RcvSynInWindow,
         {SynReceived, Established, FinWait1, FinWait2, CloseWait, Closing, LastAck, TimeWait},
         Closed,
         Reply::Rst},
        {RcvNewSyn, {TimeWait}, SynReceived, Reply::SynAck},
        {RcvRstReopened, {SynReceived, FinWait1}, TimeWait, Reply::None},
        // 3.10.7.4, fifth
        {RcvAckOfSyn, {SynReceived}, Established, Reply::None},
        {RcvAckOfFin, {FinWait1}, FinWait2, Reply::None},
        {RcvAckOfFin, {Closing}, TimeWait, Reply::None},
        {RcvAckOfFin, {LastAck}, Closed, Reply::None},
        // 3.6.1, SHLD-3
        {RcvDataAfterClose, {SynReceived, FinWait1, FinWait2}, Closed, Reply::Rst},
        // 3.10.7.4, eighth
        {RcvFin, {Established}, CloseWait, Reply::Ack},
        {RcvFin, {FinWait1}, Closing, Reply::Ack},
        {RcvFin, {FinWait2}, TimeWait, Reply::Ack},
        {RcvFinAckOfFin, {FinWait1}, TimeWait, Reply::Ack},
        // 3.8.3: wherever something sent can stay without acknowledgment
        {RetriesExhausted,
         {SynSent, SynReceived, Established, FinWait1, CloseWait, Closing, LastAck},
         Closed,
         Reply::None},
        {RetriesExhaustedPassive, {SynReceived}, Listen, Reply::None},
        {RetriesExhaustedReopened, {SynReceived, FinWait1}, TimeWait, Reply::None},
        {EstablishmentTimeout, {SynSent, SynReceived}, Closed, Reply::None},
        // 3.10.8
        {UserTimeout, {SynSent, SynReceived, Established, FinWait1, CloseWait, Closing, LastAck}, Closed, Reply::None},
        {Timeout2Msl, {TimeWait}, Closed, Reply::None},
        // 3.5.1
        {HostCrash,
         {Listen, SynSent, SynReceived, Established, FinWait1, FinWait2, CloseWait, Closing, LastAck, TimeWait},
         Closed,
         Reply::None},
        // 3.8.4: wherever a connection can be idle
        {KeepAliveExhausted, {Established, FinWait2, CloseWait}, Closed, Reply::None},
        {FinWait2Timeout, {FinWait2}, Closed, Reply::None},
    };
    return moves;
}

const Moves* expected(State from, Trigger trigger)
{
    for (const Moves& moves : expectedMoves()) {
        if (moves.trigger == trigger && std::ranges::count(moves.from, from) > 0)
            return &moves;
    }
    return nullptr;
}

using Edge = std::pair<State, Trigger>;

/// The arrows of Figure 5, from top to bottom.
const std::map<Edge, State>& figure5()
{
    static const std::map<Edge, State> edges = {
        {{Closed, Trigger::OpenActive}, SynSent},
        {{Closed, Trigger::OpenPassive}, Listen},
        {{Listen, Trigger::Close}, Closed},
        {{SynSent, Trigger::Close}, Closed},
        {{SynReceived, RcvRstPassive}, Listen},
        {{Listen, RcvSyn}, SynReceived},
        {{Listen, Trigger::Send}, SynSent},
        {{SynSent, RcvSyn}, SynReceived},
        {{SynReceived, RcvAckOfSyn}, Established},
        {{SynSent, RcvSynAck}, Established},
        {{SynReceived, Trigger::Close}, FinWait1},
        {{Established, Trigger::Close}, FinWait1},
        {{Established, RcvFin}, CloseWait},
        {{FinWait1, RcvAckOfFin}, FinWait2},
        {{FinWait1, RcvFin}, Closing},
        {{CloseWait, Trigger::Close}, LastAck},
        {{FinWait2, RcvFin}, TimeWait},
        {{Closing, RcvAckOfFin}, TimeWait},
        {{LastAck, RcvAckOfFin}, Closed},
        {{TimeWait, Timeout2Msl}, Closed},
    };
    return edges;
}

} // namespace

class TestTransitionTable : public QObject
{
    Q_OBJECT

private slots:
    void everyPairMovesAsTheRfcSays_data();
    void everyPairMovesAsTheRfcSays();
    void everyRowIsFoundUnderItsPair();
    void figure5HasTheseArrows();
    void note2OfFigure5IsOneRow();
    void everyRowSaysWhereItIsWritten();
    void triggersHaveTheirOwnNames();
    void everyTriggerBelongsToSomebody_data();
    void everyTriggerBelongsToSomebody();
    void replies();
};

void TestTransitionTable::everyPairMovesAsTheRfcSays_data()
{
    QTest::addColumn<State>("from");
    QTest::addColumn<Trigger>("trigger");
    for (const State from : allStates) {
        for (std::size_t i = 0; i < triggerCount; ++i) {
            const auto trigger = static_cast<Trigger>(i);
            QTest::addRow("%s %s", identifier(from).data(), identifier(trigger).data()) << from << trigger;
        }
    }
}

void TestTransitionTable::everyPairMovesAsTheRfcSays()
{
    QFETCH(State, from);
    QFETCH(Trigger, trigger);
    const std::optional<RowIndex> found = findRow(from, trigger);
    const Moves* moves = expected(from, trigger);
    QCOMPARE(found.has_value(), moves != nullptr);
    if (!moves)
        return;
    const TransitionRow& row = transitionRow(*found);
    QCOMPARE(row.from, from);
    QCOMPARE(row.trigger, trigger);
    QCOMPARE(row.to, moves->to);
    QCOMPARE(toQString(identifier(row.reply)), toQString(identifier(moves->reply)));
}

void TestTransitionTable::everyRowIsFoundUnderItsPair()
{
    std::set<Edge> pairs;
    for (std::size_t i = 0; i < transitionTable().size(); ++i) {
        const TransitionRow& row = transitionTable()[i];
        QCOMPARE(findRow(row.from, row.trigger), std::optional(static_cast<RowIndex>(i)));
        QVERIFY2(pairs.emplace(row.from, row.trigger).second, "two rows for one pair");
    }
}

void TestTransitionTable::figure5HasTheseArrows()
{
    QCOMPARE(figure5().size(), std::size_t{20});
    std::map<Edge, State> drawn;
    for (const TransitionRow& row : transitionTable()) {
        if (row.figure5 == Figure5::Drawn)
            drawn[{row.from, row.trigger}] = row.to;
    }
    for (const auto& [edge, to] : figure5()) {
        QVERIFY2(drawn.contains(edge), identifier(edge.second).data());
        QCOMPARE(drawn.at(edge), to);
    }
    QCOMPARE(drawn.size(), figure5().size());
}

// "Note 2: The figure omits a transition from FIN-WAIT-1 to TIME-WAIT if a FIN is received and the local FIN is also
// acknowledged."
void TestTransitionTable::note2OfFigure5IsOneRow()
{
    std::vector<Edge> notes;
    for (const TransitionRow& row : transitionTable()) {
        if (row.figure5 == Figure5::Note)
            notes.emplace_back(row.from, row.trigger);
    }
    QCOMPARE(notes, std::vector<Edge>({{FinWait1, RcvFinAckOfFin}}));
}

void TestTransitionTable::everyRowSaysWhereItIsWritten()
{
    for (const TransitionRow& row : transitionTable()) {
        const bool ofTheRfc = row.reference.starts_with("RFC 9293 3.");
        const bool isOfRealStacks = row.trigger == FinWait2Timeout || row.trigger == EstablishmentTimeout;
        QVERIFY2(ofTheRfc != isOfRealStacks, row.reference.data());
    }
}

void TestTransitionTable::triggersHaveTheirOwnNames()
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < triggerCount; ++i)
        names.insert(identifier(static_cast<Trigger>(i)));
    QCOMPARE(names.size(), triggerCount);
    QVERIFY(!names.contains(""));
    // First, last and one between: the names stand beside the enumerators.
    QCOMPARE(identifier(Trigger::OpenActive), std::string_view("OpenActive"));
    QCOMPARE(identifier(RcvFinAckOfFin), std::string_view("RcvFinAckOfFin"));
    QCOMPARE(identifier(Timeout2Msl), std::string_view("Timeout2Msl"));
    QCOMPARE(identifier(HostCrash), std::string_view("HostCrash"));
}

void TestTransitionTable::everyTriggerBelongsToSomebody_data()
{
    QTest::addColumn<Trigger>("trigger");
    for (std::size_t i = 0; i < triggerCount; ++i)
        QTest::newRow(identifier(static_cast<Trigger>(i)).data()) << static_cast<Trigger>(i);
}

void TestTransitionTable::everyTriggerBelongsToSomebody()
{
    QFETCH(Trigger, trigger);
    const std::set<Trigger> calls = {Trigger::OpenActive, Trigger::OpenPassive, Trigger::Send,
                                     Trigger::Close,      CloseWithUnreadData,  Trigger::Abort};
    const std::set<Trigger> timers = {
        RetriesExhausted, RetriesExhaustedPassive, RetriesExhaustedReopened, EstablishmentTimeout,
        UserTimeout,      KeepAliveExhausted,      FinWait2Timeout,          Timeout2Msl};
    const TriggerClass expectedClass = calls.contains(trigger)    ? TriggerClass::Application
                                       : timers.contains(trigger) ? TriggerClass::Timer
                                       : trigger == HostCrash     ? TriggerClass::Host
                                                                  : TriggerClass::Peer;
    QVERIFY(classOf(trigger) == expectedClass);
    QCOMPARE(identifier(trigger).starts_with("Rcv"), expectedClass == TriggerClass::Peer);
}

void TestTransitionTable::replies()
{
    QStringList names;
    for (const Reply reply : {Reply::None, Reply::Syn, Reply::SynAck, Reply::Ack, Reply::Fin, Reply::Rst})
        names << toQString(identifier(reply));
    QCOMPARE(names.join('|'), "|SYN|SYN,ACK|ACK|FIN|RST");
}

QTEST_APPLESS_MAIN(TestTransitionTable)
#include "tst_transition_table.moc"
