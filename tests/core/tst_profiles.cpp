// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The stack profiles: what RFCs demand of every stack, what rfc9293 promises, and what the real ones are known for.

#include "core/stack_profile.h"

#include "core/endpoint_fixture.h"

using namespace finwait;

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
    QCOMPARE(profile.msl, Duration(2min));      // 3.4.2
    QCOMPARE(profile.initialRto, Duration(1s)); // RFC 6298, rule 2.1
    QCOMPARE(profile.minRto, Duration(1s));     // rule 2.4
    QVERIFY(!profile.finWait2Timeout);          // FIN-WAIT-2 has none
    QVERIFY(profile.challengeAck);              // RFC 5961 as RFC 9293 recommends it
    QCOMPARE(profile.challengeAckLimit, 10U);   // RFC 5961 section 7
    QCOMPARE(profile.challengeAckPeriod, Duration(5s));
    QVERIFY(!profile.ignoreRstInTimeWait); // 3.10.7.4, second: "enter the CLOSED state"
    QVERIFY(profile.reopenFromTimeWait);   // MAY-2
    QVERIFY(profile.resetOnUnreadClose);   // SHLD-3
    QVERIFY(profile.resetOnDataAfterClose);
    QVERIFY(!profile.listenerSurvives);
    QVERIFY(!profile.establishmentTimeout);
    QVERIFY(profile.repeatedSyn == RepeatedSyn::Acknowledged); // 3.10.7.4, first
    QVERIFY(profile.resetForSynAckInListen);                   // 3.10.7.2, second
    QVERIFY(!profile.windowScale && !profile.sackPermitted && !profile.timestamps);
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
    QVERIFY(!linuxStack.establishmentTimeout);

    const StackProfile& freebsd = *findProfile("freebsd");
    QCOMPARE(2 * freebsd.msl, Duration(60s)); // net.inet.tcp.msl
    QVERIFY(freebsd.finWait2Timeout == Duration(60s));
    QVERIFY(freebsd.ignoreRstInTimeWait && !freebsd.resetForSynAckInListen);
    QVERIFY(freebsd.windowScale == std::uint8_t{6});
    QVERIFY(freebsd.establishmentTimeout == Duration(75s)); // net.inet.tcp.keepinit
    QVERIFY(freebsd.repeatedSyn == RepeatedSyn::AnsweredFromStart);
}

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
