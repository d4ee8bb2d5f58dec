// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The eleven states under the three spellings in which people meet them, and what each of them allows.

#include "core/endpoint_fixture.h"

#include <algorithm>
#include <set>

using namespace finwait;
using enum finwait::State;

class TestState : public QObject
{
    Q_OBJECT

private slots:
    void spellings_data();
    void spellings();
    void nothingElseIsAState_data();
    void nothingElseIsAState();
    void thereAreElevenStates();
    void whatEachStateAllows_data();
    void whatEachStateAllows();
    void endpointsInDifferentStatesHaveDifferentHashes();
    void namesOfTimersLeadBack();
    void namesOfCalls();
    void namesOfFlagsFollowTheRfc();
};

void TestState::spellings_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("rfc");
    QTest::addColumn<QString>("ss");
    QTest::newRow("closed") << Closed << "CLOSED"
                            << "CLOSED"
                            << "UNCONN";
    QTest::newRow("listen") << Listen << "LISTEN"
                            << "LISTEN"
                            << "LISTEN";
    QTest::newRow("syn sent") << SynSent << "SYN_SENT"
                              << "SYN-SENT"
                              << "SYN-SENT";
    QTest::newRow("syn received") << SynReceived << "SYN_RECEIVED"
                                  << "SYN-RECEIVED"
                                  << "SYN-RECV";
    QTest::newRow("established") << Established << "ESTABLISHED"
                                 << "ESTABLISHED"
                                 << "ESTAB";
    QTest::newRow("fin wait 1") << FinWait1 << "FIN_WAIT_1"
                                << "FIN-WAIT-1"
                                << "FIN-WAIT-1";
    QTest::newRow("fin wait 2") << FinWait2 << "FIN_WAIT_2"
                                << "FIN-WAIT-2"
                                << "FIN-WAIT-2";
    QTest::newRow("closing") << Closing << "CLOSING"
                             << "CLOSING"
                             << "CLOSING";
    QTest::newRow("time wait") << TimeWait << "TIME_WAIT"
                               << "TIME-WAIT"
                               << "TIME-WAIT";
    QTest::newRow("close wait") << CloseWait << "CLOSE_WAIT"
                                << "CLOSE-WAIT"
                                << "CLOSE-WAIT";
    QTest::newRow("last ack") << LastAck << "LAST_ACK"
                              << "LAST-ACK"
                              << "LAST-ACK";
}

void TestState::spellings()
{
    QFETCH(State, state);
    QFETCH(QString, own);
    QFETCH(QString, rfc);
    QFETCH(QString, ss);
    QCOMPARE(toQString(identifier(state)), own);
    QCOMPARE(toQString(rfcSpelling(state)), rfc);
    QCOMPARE(toQString(ssSpelling(state)), ss);
    for (const QString& spelling : {own, rfc, ss}) {
        QCOMPARE(stateFromText(spelling.toStdString()), std::optional(state));
        QCOMPARE(stateFromText(spelling.toLower().toStdString()), std::optional(state));
    }
}

void TestState::nothingElseIsAState_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "FIN", "FIN_WAIT", "FIN_WAIT_3", "ESTABLISHE", "ESTABLISHEDX", " LISTEN", "TIME WAIT"})
        QTest::addRow("'%s'", text) << text;
}

void TestState::nothingElseIsAState()
{
    QFETCH(QString, text);
    QVERIFY(!stateFromText(text.toStdString()));
}

void TestState::thereAreElevenStates()
{
    const std::set<State> different(allStates.begin(), allStates.end());
    QCOMPARE(different.size(), std::size_t{11});
}

// RFC 9293: SEND (3.10.2), text (3.10.7.4, seventh), synchronized (3.5.2).
void TestState::whatEachStateAllows_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("sends");
    QTest::addColumn<bool>("queues");
    QTest::addColumn<bool>("receives");
    QTest::addColumn<bool>("synchronized");
    QTest::newRow("CLOSED") << Closed << false << false << false << false;
    QTest::newRow("LISTEN") << Listen << false << false << false << false;
    QTest::newRow("SYN_SENT") << SynSent << false << true << false << false;
    QTest::newRow("SYN_RECEIVED") << SynReceived << false << true << false << true;
    QTest::newRow("ESTABLISHED") << Established << true << false << true << true;
    QTest::newRow("FIN_WAIT_1") << FinWait1 << false << false << true << true;
    QTest::newRow("FIN_WAIT_2") << FinWait2 << false << false << true << true;
    QTest::newRow("CLOSING") << Closing << false << false << false << true;
    QTest::newRow("TIME_WAIT") << TimeWait << false << false << false << true;
    QTest::newRow("CLOSE_WAIT") << CloseWait << true << false << false << true;
    QTest::newRow("LAST_ACK") << LastAck << false << false << false << true;
}

void TestState::whatEachStateAllows()
{
    QFETCH(State, state);
    QTEST(maySend(state), "sends");
    QTEST(queuesSend(state), "queues");
    QTEST(mayReceive(state), "receives");
    QTEST(isSynchronized(state), "synchronized");
}

// A hash that is the same for everything would be correct and useless.
void TestState::endpointsInDifferentStatesHaveDifferentHashes()
{
    std::vector<std::size_t> hashes;
    for (const State state : allStates) {
        bench::Bench one;
        bench::Bench other;
        one.bringTo(state);
        other.bringTo(state);
        QVERIFY(one.endpoint == other.endpoint);
        QCOMPARE(one.endpoint.hash(), other.endpoint.hash());
        hashes.push_back(one.endpoint.hash());
    }
    std::ranges::sort(hashes);
    QVERIFY(std::ranges::adjacent_find(hashes) == hashes.end());
}

void TestState::namesOfTimersLeadBack()
{
    const QStringList expected = {"retransmission", "2msl",       "delayed-ack", "persist",
                                  "keep-alive",     "fin-wait-2", "user",        "establishment"};
    QStringList names;
    for (const TimerKind kind : allTimers) {
        names << toQString(identifier(kind));
        QCOMPARE(timerFromText(identifier(kind)), std::optional(kind));
    }
    QCOMPARE(names, expected);
    QVERIFY(!timerFromText("2MSL"));
    QVERIFY(!timerFromText(""));
}

void TestState::namesOfCalls()
{
    const std::vector<Call> calls = {OpenActive{}, OpenPassive{}, Send{1}, Receive{1}, Close{}, Abort{}, Status{}};
    QStringList names;
    for (const Call& call : calls)
        names << toQString(identifier(call));
    QCOMPARE(names.join(' '), "open-active open-passive send receive close abort status");
}

void TestState::namesOfFlagsFollowTheRfc()
{
    QCOMPARE(flagNames({}), std::string());
    QCOMPARE(flagNames({.syn = true, .ack = true}), std::string("SYN,ACK"));
    QCOMPARE(flagNames({.ack = true, .fin = true, .psh = true}), std::string("FIN,ACK"));
    QCOMPARE(flagNames({.syn = true, .ack = true, .fin = true, .rst = true, .urg = true}),
             std::string("SYN,FIN,RST,URG,ACK"));
}

QTEST_APPLESS_MAIN(TestState)
#include "tst_state.moc"
