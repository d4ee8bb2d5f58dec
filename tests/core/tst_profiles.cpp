// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The stack profiles: what RFCs demand of every stack, what rfc9293 promises, and what the real ones are known for.

#include "core/stack_profile.h"

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;

class TestProfiles : public QObject
{
    Q_OBJECT

private slots:
    void theFirstIsTheDefault();
    void areFoundByName();
    void everyStackKeepsTheMusts_data();
    void everyStackKeepsTheMusts();
    void rfc9293_isTheText();
    void linuxAndFreebsd_areThemselves();
    void freebsd_repeatsItsFinWithAnOrdinaryAck();
    void freebsd_takesTheAckOfADuplicate();
    void realStacks_acknowledgeWithTheResetOfAnAbort();
    void synFin_isDroppedWhereTheProfileSaysSo();
    void synFin_isDroppedByALinuxListenerAlone();
    void synWithText_countsForItselfWhereTheProfileSaysSo();
    void synAckWithText_countsForItselfOnLinux();
    void newSynInTimeWait_isASynToAListener();
    void aWindowThatWasStated_isWhatSegmentsAreJudgedBy();
};

void TestProfiles::theFirstIsTheDefault()
{
    QCOMPARE(stackProfiles().front().name, std::string_view("rfc9293"));
    QVERIFY(EndpointConfig().profile == stackProfiles().front());
    QVERIFY(EndpointConfig().reading);
}

void TestProfiles::areFoundByName()
{
    QCOMPARE(stackProfiles().size(), std::size_t{3});
    for (const StackProfile& profile : stackProfiles())
        QVERIFY(findProfile(profile.name) == &profile);
    for (const char* name : {"", "RFC9293", "windows", "linu", "linux "})
        QVERIFY(!findProfile(name));
}

void TestProfiles::everyStackKeepsTheMusts_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"rfc9293", "linux", "freebsd"})
        QTest::newRow(name) << name;
}

void TestProfiles::everyStackKeepsTheMusts()
{
    QFETCH(QString, name);
    const StackProfile& profile = *findProfile(name.toStdString());
    QVERIFY(profile.initialRto >= 1s); // RFC 6298, rule 2.1
    QVERIFY(profile.maxRto >= 60s);    // rule 2.5
    QVERIFY(profile.minRto > 0s && profile.minRto <= profile.initialRto);
    QVERIFY(profile.clockGranularity > 0s && profile.clockGranularity <= 100ms); // RFC 6298 section 4
    QVERIFY(profile.delayedAck < 500ms);                                         // MUST-40
    QVERIFY(profile.overrideTimeout >= 100ms && profile.overrideTimeout <= 1s);  // RFC 9293 section 3.8.6.2.1
    QVERIFY(profile.keepAliveIdle >= 2h);                                        // MUST-28
    QVERIFY(profile.keepAliveProbes > 1);                                        // MUST-29
    QVERIFY(profile.windowScale.value_or(0) <= 14);                              // RFC 7323 section 2.3
    QVERIFY(profile.nagle);                                                      // SHLD-7
    QVERIFY(profile.mss >= 536);
    QVERIFY(profile.receiveBuffer > 0 && profile.sendBuffer > 0);
    QVERIFY(profile.synRetries > 0 && profile.synAckRetries > 0 && profile.dataRetries > 0);
    QVERIFY(!profile.userTimeout);
    QVERIFY(profile.challengeAckLimit == 0 || profile.challengeAckPeriod > 0s);
}

void TestProfiles::rfc9293_isTheText()
{
    const StackProfile& profile = stackProfiles().front();
    QCOMPARE(profile.msl, Duration(2min));                                         // 3.4.2
    QCOMPARE(profile.initialRto, Duration(1s));                                    // RFC 6298, rule 2.1
    QCOMPARE(profile.minRto, Duration(1s));                                        // rule 2.4
    QVERIFY(!profile.finWait2Timeout);                                             // FIN-WAIT-2 has none
    QVERIFY(profile.challengeRst && profile.challengeSyn && profile.challengeAck); // RFC 5961
    QCOMPARE(profile.challengeAckLimit, 10U);                                      // RFC 5961 section 7
    QCOMPARE(profile.challengeAckPeriod, Duration(5s));
    QVERIFY(!profile.ignoreRstInTimeWait); // 3.10.7.4, second: "enter the CLOSED state"
    QVERIFY(!profile.reopenFromTimeWait);  // 3.10.7.4, fourth, names only timestamps; MAY-2 is left to the others
    QVERIFY(!profile.ackWithReset);        // 3.10.5: <SEQ=SND.NXT><CTL=RST>
    QVERIFY(!profile.dropSynFin && !profile.finWithEveryAck && !profile.trimDuplicates);
    QVERIFY(profile.resetOnUnreadClose); // SHLD-3
    QVERIFY(profile.resetOnDataAfterClose);
    QVERIFY(!profile.listenerSurvives);
    QVERIFY(!profile.establishmentTimeout);
    QVERIFY(profile.repeatedSyn == RepeatedSyn::Acknowledged); // 3.10.7.4, first
    QVERIFY(profile.resetForSynAckInListen);                   // 3.10.7.2, second
    QVERIFY(!profile.windowScale && !profile.sackPermitted && !profile.timestamps);
    QVERIFY(!profile.minRtoIsVariation && profile.rtoSlop == 0s);      // RFC 6298, rules 2.2 to 2.4
    QVERIFY(profile.synLinearTimeouts == 0 && !profile.orphanRetries); // rule 5.5; R2 is one for all data
    QVERIFY(profile.promptAck == PromptAck::TwoFullSized);             // SHLD-19
    QCOMPARE(profile.quickAcks, 0U);
    QCOMPARE(profile.minPersist, Duration::zero());                        // SHLD-29: the RTO
    QVERIFY(profile.windowUpdate == WindowUpdate::OneSegment);             // 3.8.6.2.2
    QVERIFY(!profile.emptyWindowProbes);                                   // 3.8.6.1
    QVERIFY(profile.synText == SynText::Kept);                             // 3.10.7.2, third
    QVERIFY(!profile.resetOnKeepAliveFailure && !profile.resetOnGivingUp); // 3.10.8: nothing is sent
    QVERIFY(!profile.listenerDropsSynFin && !profile.roundWindowUp);
}

void TestProfiles::linuxAndFreebsd_areThemselves()
{
    const StackProfile& linuxStack = *findProfile("linux");
    QCOMPARE(2 * linuxStack.msl, Duration(60s));          // TCP_TIMEWAIT_LEN
    QCOMPARE(linuxStack.minRto, Duration(200ms));         // TCP_RTO_MIN
    QCOMPARE(linuxStack.maxRto, Duration(120s));          // TCP_RTO_MAX
    QVERIFY(linuxStack.finWait2Timeout == Duration(60s)); // tcp_fin_timeout
    QVERIFY(linuxStack.windowScale == std::uint8_t{7});
    QVERIFY(linuxStack.sackPermitted && linuxStack.timestamps && linuxStack.listenerSurvives);
    QVERIFY(!linuxStack.ignoreRstInTimeWait); // tcp_rfc1337 is 0
    QVERIFY(linuxStack.repeatedSyn == RepeatedSyn::Answered);
    QCOMPARE(linuxStack.synRetries + linuxStack.synLinearTimeouts, 10U); // tcp_syn_retries, tcp_syn_linear_timeouts
    QVERIFY(linuxStack.orphanRetries == 8U);                             // tcp_orphan_retries
    QVERIFY(linuxStack.synText == SynText::Dropped && linuxStack.listenerDropsSynFin);
    QVERIFY(linuxStack.resetOnKeepAliveFailure && !linuxStack.resetOnGivingUp);
    QVERIFY(!linuxStack.establishmentTimeout);

    const StackProfile& freebsd = *findProfile("freebsd");
    QCOMPARE(2 * freebsd.msl, Duration(60s));                                                // net.inet.tcp.msl
    QVERIFY(freebsd.finWait2Timeout == freebsd.keepAliveProbes * freebsd.keepAliveInterval); // TP_MAXIDLE()
    QCOMPARE(freebsd.rtoSlop, Duration(200ms));                                              // net.inet.tcp.rexmit_slop
    QVERIFY(freebsd.resetOnKeepAliveFailure && freebsd.resetOnGivingUp);
    QVERIFY(freebsd.ignoreRstInTimeWait && !freebsd.resetForSynAckInListen);
    QVERIFY(freebsd.windowScale == std::uint8_t{6});
    QVERIFY(freebsd.establishmentTimeout == Duration(75s)); // net.inet.tcp.keepinit
    QVERIFY(freebsd.repeatedSyn == RepeatedSyn::AnsweredFromStart);
}

// tcp_output() with a FIN that is on its way already; what is only refused draws a plain ACK.
void TestProfiles::freebsd_repeatsItsFinWithAnOrdinaryAck()
{
    for (const bool isFreebsd : {true, false}) {
        Bench bench(bench::config(*findProfile(isFreebsd ? "freebsd" : "rfc9293")));
        bench.bringTo(State::FinWait1);
        const QString plain = QStringLiteral("<SEQ=102><ACK=301><CTL=ACK>");
        QCOMPARE(bench.arrive(ack, 301, 500), plain); // of what was never sent
        QCOMPARE(bench.arrive(finAck, 301, 101), isFreebsd ? QStringLiteral("<SEQ=101><ACK=302><CTL=FIN,ACK>")
                                                           : QStringLiteral("<SEQ=102><ACK=302><CTL=ACK>"));
        QCOMPARE(bench.state(), State::Closing);
    }
}

// tcp_do_segment(): "Send an ACK to resynchronize and drop any data. But keep on processing for RST or ACK."
void TestProfiles::freebsd_takesTheAckOfADuplicate()
{
    for (const bool isFreebsd : {true, false}) {
        Bench bench(bench::config(*findProfile(isFreebsd ? "freebsd" : "rfc9293")));
        bench.bringTo(State::Closing);
        bench.arrive(finAck, 301, 102);
        QCOMPARE(bench.reason(), Reason::Duplicate);
        QCOMPARE(bench.state(), isFreebsd ? State::TimeWait : State::Closing);
    }
}

void TestProfiles::realStacks_acknowledgeWithTheResetOfAnAbort()
{
    for (const char* name : {"rfc9293", "linux", "freebsd"}) {
        Bench bench(bench::config(*findProfile(name)));
        bench.bringTo(State::Established);
        const bool isText = std::string_view(name) == "rfc9293";
        QCOMPARE(bench.call(Abort{}),
                 isText ? QStringLiteral("<SEQ=101><CTL=RST>") : QStringLiteral("<SEQ=101><ACK=301><CTL=RST,ACK>"));
    }
}

void TestProfiles::synFin_isDroppedWhereTheProfileSaysSo()
{
    constexpr Flags synFin{.syn = true, .fin = true};
    for (const bool drops : {true, false}) {
        EndpointConfig config = bench::config();
        config.profile.dropSynFin = drops;
        Bench bench(config);
        bench.bringTo(State::Listen);
        bench.arrive(synFin, 300);
        QCOMPARE(bench.state(), drops ? State::Listen : State::SynReceived);
        QCOMPARE(bench.reason() == Reason::SynFinDropped, drops);
    }
}

// tcp_rcv_state_process(), TCP_LISTEN; elsewhere the FIN is only of no use.
void TestProfiles::synFin_isDroppedByALinuxListenerAlone()
{
    constexpr Flags synFin{.syn = true, .fin = true};
    Bench listener(bench::config(*findProfile("linux")));
    listener.bringTo(State::Listen);
    QCOMPARE(listener.arrive(synFin, 300), QString());
    QCOMPARE(listener.state(), State::Listen);
    QCOMPARE(listener.reason(), Reason::SynFinDropped);
    Bench opener(bench::config(*findProfile("linux")));
    opener.bringTo(State::SynSent);
    opener.arrive(synFin, 300);
    QCOMPARE(opener.state(), State::SynReceived);
}

// What is not kept is not acknowledged, and has to be sent again.
void TestProfiles::synWithText_countsForItselfWhereTheProfileSaysSo()
{
    for (const StackProfile& profile : stackProfiles()) {
        const bool keeps = profile.name == "rfc9293";
        Bench bench(bench::config(profile));
        bench.bringTo(State::Listen);
        QCOMPARE(bench.arrive(syn, 300, 0, 10), "<SEQ=100><ACK=301><CTL=SYN,ACK>");
        QCOMPARE(bench.reason(), keeps ? Reason::None : Reason::SynTextIgnored);
        bench.arrive(ack, 311, 101);
        QCOMPARE(bench.state(), State::Established);
        QCOMPARE(bench.tcb().rcv.nxt, Seq{keeps ? 311U : 301U});
        bench.arrive(ack, 301, 101, 10);
        QCOMPARE(bench.tcb().received.delivered(), std::uint64_t{10});
    }
}

// tcp_rcv_synsent_state_process(): "Do step6 onward by hand", without the text and the FIN.
void TestProfiles::synAckWithText_countsForItselfOnLinux()
{
    for (const StackProfile& profile : stackProfiles()) {
        const bool keeps = profile.name != "linux";
        Bench bench(bench::config(profile));
        bench.bringTo(State::SynSent);
        QCOMPARE(bench.arrive(Flags{.syn = true, .ack = true, .fin = true}, 300, 101, 10),
                 keeps ? QStringLiteral("<SEQ=101><ACK=312><CTL=ACK>") : QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>"));
        QCOMPARE(bench.reason(), keeps ? Reason::None : Reason::SynTextIgnored);
        QCOMPARE(bench.state(), keeps ? State::CloseWait : State::Established);
    }
}

void TestProfiles::newSynInTimeWait_isASynToAListener()
{
    for (const StackProfile& profile : stackProfiles()) {
        Bench bench(bench::config(profile));
        bench.bringTo(State::TimeWait);
        bench.arrive(syn, 1000, 0, 10);
        QCOMPARE(bench.state(), State::SynReceived);
        QCOMPARE(bench.tcb().received.heldOctets(), profile.name == "rfc9293" ? 10U : 0U);
    }
}

// Until TIME_WAIT: there the peer can only go by what it was told.
void TestProfiles::aWindowThatWasStated_isWhatSegmentsAreJudgedBy()
{
    constexpr std::uint32_t stated = 70'000;
    Bench bench;
    bench.bringTo(State::FinWait2);
    EndpointConfig config = bench.endpoint.config();
    config.receiveBuffer = stated;
    bench.endpoint.configure(config);
    bench.arrive(rst, 301 + stated - 1);
    QCOMPARE(bench.reason(), Reason::RstNotAtLeftEdge);
    bench.arrive(rst, 301 + stated);
    QCOMPARE(bench.reason(), Reason::RstOutsideWindow);
    bench.arrive(finAck, 301, 102);
    QCOMPARE(bench.state(), State::TimeWait);
    bench.arrive(rst, 302 + 65'535);
    QCOMPARE(bench.reason(), Reason::RstOutsideWindow);
}

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
