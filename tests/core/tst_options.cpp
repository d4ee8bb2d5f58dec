// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a SYN offers and what is agreed: MSS (RFC 9293 section 3.7.1), window scale (RFC 7323 section 2), SACK
// permitted.

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

StackProfile everything()
{
    StackProfile profile = stackProfiles().front();
    profile.windowScale = 7;
    profile.sackPermitted = true;
    profile.timestamps = true;
    profile.receiveBuffer = 1U << 20U;
    return profile;
}

Options scaleOption(std::uint8_t shift)
{
    Options options;
    options.windowScale = shift;
    return options;
}

/// ESTABLISHED by an active OPEN; the peer's SYN,ACK carries these options.
void establish(Bench& bench, const Options& options)
{
    bench.peerOptions = options;
    bench.bringTo(Established);
}

/// The octets of each segment's text.
QString sizes(const Bench& bench)
{
    QStringList found;
    for (const Segment& segment : bench.segments())
        found << QString::number(segment.text.length);
    return found.join(QLatin1Char(' '));
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void synOffersWhatTheProfileHas();
    void synAckAnswersOnlyWhatTheSynOffered();
    void synAckAnswersEverythingThatWasOffered();
    void onlySynsCarryMssScaleAndSack();
    void optionsWithoutASyn_areReadAndMeanNothing();
    void mss_isTheSmallerOfBoth_data();
    void mss_isTheSmallerOfBoth();
    void mss_withTimestamps_leavesRoomForThem();
    void mss_smallerThanTheOptions_stillSendsSomething();
    void windowScale_takesBothSides();
    void windowScale_largerThan14_is14();
    void windowScale_ofOnesOwn_isAppliedToWhatIsSent();
    void windowScale_synsAreNeverScaled();
    void windowScale_ofASynInASimultaneousOpen_isNotScaledEither();
    void windowWithoutScale_isAtMost65535();
    void sackPermitted_takesBothSides_data();
    void sackPermitted_takesBothSides();
};

void TestOptions::synOffersWhatTheProfileHas()
{
    Bench plain;
    plain.call(OpenActive{});
    QCOMPARE(plain.segments().front().options, mssOption(1460));

    Bench bench(bench::config(everything()));
    bench.now = 5ms;
    bench.call(OpenActive{});
    const Options options = bench.segments().front().options;
    QCOMPARE(options.mss, std::optional<std::uint16_t>(1460));
    QCOMPARE(options.windowScale, std::optional<std::uint8_t>(7));
    QVERIFY(options.sackPermitted);
    QVERIFY(options.timestamps.has_value());
    QCOMPARE(options.timestamps->echo, 0U); // RFC 7323 section 3.2: nothing to echo yet
}

// RFC 7323 sections 2.2 and 3.2: "only if it received" the option "in the initial <SYN> segment"
void TestOptions::synAckAnswersOnlyWhatTheSynOffered()
{
    Bench bench(bench::config(everything()));
    bench.bringTo(SynReceived);
    QCOMPARE(bench.segments().front().options, mssOption(1460));
    QVERIFY(!bench.tcb().ts.inUse);
    QVERIFY(!bench.tcb().windowScaleAgreed);
}

void TestOptions::synAckAnswersEverythingThatWasOffered()
{
    Bench bench(bench::config(everything()));
    bench.peerOptions = Options{.mss = 1000, .windowScale = 2, .sackPermitted = true, .timestamps = Timestamps{77, 0}};
    bench.bringTo(SynReceived);
    const Options options = bench.segments().front().options;
    QCOMPARE(options.mss, std::optional<std::uint16_t>(1460));
    QCOMPARE(options.windowScale, std::optional<std::uint8_t>(7));
    QVERIFY(options.sackPermitted);
    QCOMPARE(options.timestamps->echo, 77U);
}

void TestOptions::onlySynsCarryMssScaleAndSack()
{
    Bench bench(bench::config(everything()));
    establish(bench, Options{.mss = 1000, .windowScale = 2, .sackPermitted = true, .timestamps = Timestamps{77, 1}});
    bench.call(Send{10});
    Options expected;
    expected.timestamps = Timestamps{timestampClock(bench.now), 77};
    QCOMPARE(bench.segments().front().options, expected);
}

// MUST-5: "able to receive a TCP Option in any segment"; these belong on a SYN (MUST-65, RFC 7323 section 2.2).
void TestOptions::optionsWithoutASyn_areReadAndMeanNothing()
{
    const Options all{.mss = 1000, .windowScale = 2, .sackPermitted = true, .timestamps = Timestamps{77, 1}};
    const auto with = [&all](Segment segment) {
        segment.options = all;
        return segment;
    };
    Bench bench;
    bench.bringTo(Established);
    bench.arrive(with(segment(ack, 301, 101, 10)));
    QCOMPARE(bench.heard(), "DataDelivered 10");
    bench.call(Send{1460});
    QCOMPARE(sizes(bench), "1460");
    bench.arrive(with(segment(finAck, 311, 1561)));
    QCOMPARE(bench.heard(), "DataAcknowledged 1460, PeerClosing");
    QCOMPARE(bench.tcb().snd.wnd, 4096U);
    bench.arrive(with(segment(rst, 312)));
    QCOMPARE(bench.state(), Closed);
}

void TestOptions::mss_isTheSmallerOfBoth_data()
{
    QTest::addColumn<int>("offered"); // 0: not at all
    QTest::addColumn<int>("expected");
    QTest::newRow("not offered: 536, MUST-15") << 0 << 536;
    QTest::newRow("smaller than ours") << 1000 << 1000;
    QTest::newRow("larger than what we may send, MUST-16") << 9000 << 1460;
}

void TestOptions::mss_isTheSmallerOfBoth()
{
    QFETCH(int, offered);
    QFETCH(int, expected);
    for (const State way : {SynSent, SynReceived}) { // from the SYN,ACK and from the SYN
        Bench bench;
        bench.peerWindow = 20000;
        bench.peerOptions = offered > 0 ? mssOption(static_cast<std::uint16_t>(offered)) : Options{};
        bench.bringTo(way);
        if (way == SynSent)
            bench.arrive(synAck, 300, 101);
        else
            bench.arrive(ack, 301, 101);
        bench.call(Send{static_cast<std::uint32_t>(2 * expected)});
        QCOMPARE(sizes(bench), QStringLiteral("%1 %1").arg(expected));
    }
}

// 3.7.1: "for each segment sent, the sender should adjust the data length accordingly"; the option takes 12 octets.
void TestOptions::mss_withTimestamps_leavesRoomForThem()
{
    Bench bench(bench::config(everything()));
    establish(bench, Options{.mss = 1000, .windowScale = {}, .sackPermitted = false, .timestamps = Timestamps{1, 1}});
    bench.call(Send{1976});
    QCOMPARE(sizes(bench), "988 988");
}

void TestOptions::mss_smallerThanTheOptions_stillSendsSomething()
{
    for (const std::uint16_t mss : {std::uint16_t{0}, std::uint16_t{5}, std::uint16_t{12}}) {
        Bench bench(bench::config(everything()));
        establish(bench,
                  Options{.mss = mss, .windowScale = {}, .sackPermitted = false, .timestamps = Timestamps{1, 1}});
        bench.call(Send{3});
        QCOMPARE(sizes(bench), "1 1 1");
    }
    Bench bench;
    establish(bench, mssOption(0));
    bench.call(Send{2});
    QCOMPARE(sizes(bench), "1 1");
}

// RFC 7323 section 2.2: "both sides MUST send Window Scale options in their <SYN> segments to enable window scaling in
// either direction"
void TestOptions::windowScale_takesBothSides()
{
    Bench both(bench::config(everything()));
    establish(both, scaleOption(3));
    QCOMPARE(both.tcb().snd.scale, std::uint8_t{3});
    QCOMPARE(both.tcb().rcv.scale, std::uint8_t{7});
    both.peerWindow = 1000;
    both.arrive(ack, 301, 101);
    QCOMPARE(both.tcb().snd.wnd, 8000U);

    Bench onlyOurs(bench::config(everything()));
    establish(onlyOurs, Options{});
    QCOMPARE(onlyOurs.tcb().snd.scale, std::uint8_t{0});
    QCOMPARE(onlyOurs.tcb().rcv.scale, std::uint8_t{0});

    Bench onlyTheirs;
    establish(onlyTheirs, scaleOption(3));
    onlyTheirs.peerWindow = 1000;
    onlyTheirs.arrive(ack, 301, 101);
    QCOMPARE(onlyTheirs.tcb().snd.wnd, 1000U);
}

// RFC 7323 section 2.3: "If a Window Scale option is received with a shift.cnt value larger than 14, the TCP ... MUST
// use 14 instead of the specified value."
void TestOptions::windowScale_largerThan14_is14()
{
    for (const std::uint8_t shift : {std::uint8_t{14}, std::uint8_t{15}, std::uint8_t{255}}) {
        Bench bench(bench::config(everything()));
        establish(bench, scaleOption(shift));
        bench.peerWindow = 65535;
        bench.arrive(ack, 301, 101);
        QCOMPARE(bench.tcb().snd.wnd, 65535U << 14U);
    }
}

// "The window field (SEG.WND) of every outgoing segment, with the exception of <SYN> segments, MUST be right-shifted"
void TestOptions::windowScale_ofOnesOwn_isAppliedToWhatIsSent()
{
    Bench bench(bench::config(everything()));
    establish(bench, scaleOption(0));
    QCOMPARE(bench.segments().front().window, std::uint16_t{(1U << 20U) >> 7U});
    QCOMPARE(bench.tcb().rcv.wnd, 1U << 20U);
}

void TestOptions::windowScale_synsAreNeverScaled()
{
    Bench bench(bench::config(everything()));
    bench.call(OpenActive{});
    QCOMPARE(bench.segments().front().window, std::uint16_t{65535});
    bench.peerOptions = scaleOption(3);
    bench.peerWindow = 1000;
    bench.arrive(synAck, 300, 101);
    QCOMPARE(bench.tcb().snd.wnd, 1000U);

    Bench passive(bench::config(everything()));
    passive.peerOptions = scaleOption(3);
    passive.bringTo(SynReceived);
    QCOMPARE(passive.segments().front().window, std::uint16_t{65535});
}

void TestOptions::windowScale_ofASynInASimultaneousOpen_isNotScaledEither()
{
    Bench bench(bench::config(everything()));
    bench.peerOptions = scaleOption(3);
    bench.peerWindow = 1000;
    bench.bringToSynReceivedByActiveOpen();
    bench.arrive(synAck, 300, 101);
    QCOMPARE(bench.state(), Established);
    QCOMPARE(bench.tcb().snd.wnd, 1000U);
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.tcb().snd.wnd, 8000U);
}

void TestOptions::windowWithoutScale_isAtMost65535()
{
    Bench bench(bench::config(everything()));
    establish(bench, Options{});
    QCOMPARE(bench.segments().front().window, std::uint16_t{65535});
    QCOMPARE(bench.tcb().rcv.wnd, 65535U);
}

void TestOptions::sackPermitted_takesBothSides_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<bool>("theirs");
    for (const bool ours : {false, true}) {
        for (const bool theirs : {false, true})
            QTest::addRow("%s, %s", ours ? "ours" : "not ours", theirs ? "theirs" : "not theirs") << ours << theirs;
    }
}

void TestOptions::sackPermitted_takesBothSides()
{
    QFETCH(bool, ours);
    QFETCH(bool, theirs);
    StackProfile profile = everything();
    profile.sackPermitted = ours;
    Bench bench(bench::config(profile));
    Options options;
    options.sackPermitted = theirs;
    establish(bench, options);
    QCOMPARE(bench.tcb().sackPermitted, ours && theirs);
}

QTEST_APPLESS_MAIN(TestOptions)
#include "tst_options.moc"
