// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Nothing of the protocol is left without words, and the words say what the core says.
#include "core/simulator.h"
#include "scenario/library.h"
#include "view/command_offers.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <QSet>
#include <QTest>

#include <cstdint>
#include <limits>

using namespace finwait;

namespace {

QString text(std::string_view ascii)
{
    return QString::fromLatin1(ascii.data(), static_cast<qsizetype>(ascii.size()));
}

/// A text that a person can read: there, complete, with every %1 filled in.
bool isWhole(const QString& words)
{
    return !words.trimmed().isEmpty() && !words.contains(u'%');
}

bool isSentence(const QString& words)
{
    return isWhole(words) && words.front().isUpper() && words.endsWith(u'.');
}

template <typename Enum>
QList<Enum> allUpTo(Enum last)
{
    QList<Enum> all;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        all << static_cast<Enum>(value);
    return all;
}

Trace traceWith(const Segment& segment, Seq seqBase, Seq ackBase)
{
    Trace trace;
    trace.appendFlight(Flight{.segment = segment, .seqBase = seqBase, .ackBase = ackBase, .copyOf = {}}, noRecord);
    return trace;
}

Segment segmentOf(const Flags& flags, std::uint32_t octets = 0)
{
    Segment segment;
    segment.seq = Seq{1121};
    segment.ack = Seq{5001};
    segment.flags = flags;
    segment.window = 100;
    segment.text = Text{1, octets, 0};
    return segment;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void everyState_isExplained();
    void pills_sayWhatTheCoreAllows();
    void everyTrigger_hasALabelAReasonAndASentence();
    void everyRow_isNamed();
    void everyTimer_isNamedAndExplained();
    void everyReason_isASentence();
    void everyRefusal_holdsTheRfcsWording();
    void refusedReceive_isToldOfItsOwnBuffer();
    void throttledAnswer_isNotAlwaysAChallenge();
    void delivery_isNotSaidToBeNow();
    void everySignal_isToldAndExplained();
    void everyCall_isNamed();
    void durations_data();
    void durations();
    void moments_data();
    void moments();
    void spaces_standBesideLatinWordsOnly();
    void segments_data();
    void segments();
    void options_areListed();
    void everyRecordOfEveryScenario_isToldWithItsReason();
    void transitions_referToTheirRow();
    void retransmissions_sayWhy();
    void meddling_isSaidToBeByHand();
    void faults_sayWhatTheyDid();
    void plannedCalls_sayWhatTheyWaitedFor();
    void causes_leadBackToACall();
};

void TestWords::everyState_isExplained()
{
    QSet<QString> meanings;
    for (const State state : allStates) {
        QCOMPARE(words::stateName(state), text(identifier(state)));
        QVERIFY(isSentence(words::stateMeaning(state)));
        QVERIFY(isSentence(words::stateLeavesOn(state)));
        QVERIFY(words::otherSpellings(state).contains(text(rfcSpelling(state))));
        QVERIFY(words::otherSpellings(state).contains(text(ssSpelling(state))));
        meanings << words::stateMeaning(state);
    }
    QCOMPARE(meanings.size(), qsizetype{stateCount});
    QCOMPARE(words::sideIsIn(Side::Client, State::FinWait2), QStringLiteral("client is in FIN_WAIT_2"));
    QCOMPARE(words::sideIsIn(Side::Server, State::Listen), QStringLiteral("server is in LISTEN"));
}

void TestWords::pills_sayWhatTheCoreAllows()
{
    for (const State state : allStates) {
        QCOMPARE(words::sendingText(state) == QLatin1String("may send"), maySend(state));
        QCOMPARE(words::sendingText(state).contains(QLatin1String("queued")), queuesSend(state));
        QCOMPARE(words::receivingText(state) == QLatin1String("may receive"), mayReceive(state));
    }
}

void TestWords::everyTrigger_hasALabelAReasonAndASentence()
{
    for (const Trigger trigger : allUpTo(Trigger::Timeout2Msl)) {
        QVERIFY(isWhole(words::triggerLabel(trigger)));
        QVERIFY2(words::triggerLabel(trigger).size() <= 20, "an edge has no room for more");
        QVERIFY(isWhole(words::triggerWhy(trigger)));
        QVERIFY2(isSentence(words::triggerSentence(trigger)), qPrintable(words::triggerSentence(trigger)));
    }
    QCOMPARE(words::triggerLabel(Trigger::OpenActive), QStringLiteral("active open"));
    QCOMPARE(words::triggerLabel(Trigger::RcvAckOfFin), QStringLiteral("ACK of FIN"));
    QCOMPARE(words::triggerLabel(Trigger::Timeout2Msl), QStringLiteral("2 MSL over"));
}

void TestWords::everyRow_isNamed()
{
    const auto row = findRow(State::Established, Trigger::Close);
    QVERIFY(row);
    QCOMPARE(words::rowTitle(*row), QStringLiteral("ESTABLISHED → FIN_WAIT_1"));
    QCOMPARE(words::rowLabel(*row), QStringLiteral("close / FIN"));
    QCOMPARE(words::rowLabel(*findRow(State::TimeWait, Trigger::Timeout2Msl)), QStringLiteral("2 MSL over"));
    for (const Figure5 figure : {Figure5::Drawn, Figure5::Note, Figure5::Beyond})
        QVERIFY(isSentence(words::figureText(figure)));
}

void TestWords::everyTimer_isNamedAndExplained()
{
    for (const TimerKind kind : allTimers) {
        QVERIFY(isWhole(words::timerName(kind)));
        QVERIFY(isSentence(words::timerMeaning(kind)));
    }
    QCOMPARE(words::timerName(TimerKind::TimeWait), QStringLiteral("2 MSL"));
}

void TestWords::everyReason_isASentence()
{
    for (const Reason reason : allUpTo(Reason::ChallengeThrottled)) {
        if (reason == Reason::None)
            QVERIFY(words::reasonText(reason).isEmpty());
        else
            QVERIFY2(isSentence(words::reasonText(reason)), qPrintable(text(identifier(reason))));
    }
}

void TestWords::everyRefusal_holdsTheRfcsWording()
{
    for (const Refusal refusal : allUpTo(Refusal::SegmentNotInFlight)) {
        if (refusal == Refusal::None) {
            QVERIFY(words::refusalText(refusal).isEmpty());
            continue;
        }
        QVERIFY(isSentence(words::refusalText(refusal)));
        QVERIFY(words::refusalText(refusal).contains(text(rfcText(refusal))));
    }
}

void TestWords::refusedReceive_isToldOfItsOwnBuffer()
{
    Simulator simulator;
    Trace trace;
    QCOMPARE(simulator.apply(command::MakeCall{Side::Server, OpenPassive{}}, &trace), Refusal::None);
    const Call tooMuch = Receive{std::numeric_limits<std::uint32_t>::max()};
    const Refusal refusal = simulator.apply(command::MakeCall{Side::Server, tooMuch}, &trace);
    QCOMPARE(refusal, Refusal::InsufficientResources);
    QVERIFY(words::refusalText(refusal).contains(QStringLiteral("receive buffer")));
    QVERIFY(words::refusalText(refusal).contains(QStringLiteral("send buffer")));
}

void TestWords::throttledAnswer_isNotAlwaysAChallenge()
{
    QVERIFY(words::reasonText(Reason::ChallengeThrottled).contains(QStringLiteral("old duplicates")));
}

void TestWords::delivery_isNotSaidToBeNow()
{
    const Trace trace = traceWith(segmentOf({.syn = true}), Seq{1121}, Seq{});
    QCOMPARE(words::commandText(command::Deliver{0}, trace),
             QStringLiteral("The segment %1 arrives at the server.").arg(words::segmentText(trace, 0)));
    QCOMPARE(segmentOffers(trace, 0, noRecord).front().text, QStringLiteral("Let the SYN arrive"));
}

void TestWords::everySignal_isToldAndExplained()
{
    for (const Signal signal : allUpTo(Signal::FinWait2TimedOut)) {
        QVERIFY(isWhole(words::signalText(signal, 3)));
        QVERIFY(isSentence(words::signalMeaning(signal)));
        QCOMPARE(words::signalText(signal, 3).startsWith(QLatin1String("error:")), isError(signal));
    }
    QCOMPARE(words::signalText(Signal::DataDelivered, 1), QStringLiteral("1 octet delivered"));
    QCOMPARE(words::signalText(Signal::DataDelivered, 380), QStringLiteral("380 octets delivered"));
}

void TestWords::everyCall_isNamed()
{
    QCOMPARE(words::callText(OpenActive{}), QStringLiteral("open (active)"));
    QCOMPARE(words::callText(OpenPassive{}), QStringLiteral("open (passive)"));
    QCOMPARE(words::callText(Send{120}), QStringLiteral("send 120 octets"));
    QCOMPARE(words::callText(Send{1, true}), QStringLiteral("send 1 octet, urgent"));
    QCOMPARE(words::callText(Receive{7}), QStringLiteral("receive 7 octets"));
    QCOMPARE(words::callText(Close{}), QStringLiteral("close"));
    QVERIFY(words::callText(Close{false}) != words::callText(Close{true}));
    QCOMPARE(words::callText(Abort{}), QStringLiteral("abort"));
    QCOMPARE(words::callText(Status{}), QStringLiteral("status"));
}

void TestWords::durations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("0 µs");
    QTest::newRow("microseconds") << qint64{250} << QStringLiteral("250 µs");
    QTest::newRow("milliseconds") << qint64{40'000} << QStringLiteral("40 ms");
    QTest::newRow("fraction of a millisecond") << qint64{83'750} << QStringLiteral("83.75 ms");
    QTest::newRow("a second") << qint64{1'000'000} << QStringLiteral("1 s");
    QTest::newRow("one and a half") << qint64{1'500'000} << QStringLiteral("1.5 s");
    QTest::newRow("one and a bit") << qint64{1'050'000} << QStringLiteral("1.05 s");
    QTest::newRow("almost a minute") << qint64{59'999'000} << QStringLiteral("59.999 s");
    QTest::newRow("minutes") << qint64{240'000'000} << QStringLiteral("4 min");
    QTest::newRow("minutes and seconds") << qint64{75'000'000} << QStringLiteral("1 min 15 s");
    QTest::newRow("hours") << qint64{7'200'000'000} << QStringLiteral("2 h");
    QTest::newRow("hours and minutes") << qint64{5'400'000'000} << QStringLiteral("1 h 30 min");
}

void TestWords::durations()
{
    QFETCH(const qint64, microseconds);
    QTEST(words::duration(Duration{microseconds}), "expected");
}

void TestWords::moments_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("start") << qint64{0} << QStringLiteral("0.000 s");
    QTest::newRow("milliseconds") << qint64{412'000} << QStringLiteral("0.412 s");
    QTest::newRow("leading zeros") << qint64{5'040'000} << QStringLiteral("5.040 s");
    QTest::newRow("microseconds") << qint64{412'050} << QStringLiteral("0.412050 s");
    QTest::newRow("a minute") << qint64{60'000'000} << QStringLiteral("1:00.000");
    QTest::newRow("minutes") << qint64{242'120'000} << QStringLiteral("4:02.120");
    QTest::newRow("hours") << qint64{3'842'120'000} << QStringLiteral("1:04:02.120");
}

void TestWords::moments()
{
    QFETCH(const qint64, microseconds);
    QTEST(words::moment(Time{microseconds}), "expected");
}

void TestWords::spaces_standBesideLatinWordsOnly()
{
    QCOMPARE(words::spaced(QStringLiteral("RTO 到期")), QStringLiteral("RTO 到期"));
    QCOMPARE(words::spaced(QStringLiteral("让 保活 再运行 2 min")), QStringLiteral("让保活再运行 2 min"));
    QCOMPARE(words::spaced(QStringLiteral("Let keep-alive run out")), QStringLiteral("Let keep-alive run out"));
}

void TestWords::segments_data()
{
    QTest::addColumn<Segment>("segment");
    QTest::addColumn<QString>("expected");
    // The sender's ISS is 1000 and the receiver's 5000; SEG.SEQ is 1121 and SEG.ACK 5001.
    QTest::newRow("SYN") << segmentOf({.syn = true}) << QStringLiteral("SYN seq 121");
    QTest::newRow("SYN,ACK") << segmentOf({.syn = true, .ack = true}) << QStringLiteral("SYN,ACK seq 121 ack 1");
    QTest::newRow("ACK") << segmentOf({.ack = true}) << QStringLiteral("ACK ack 1");
    QTest::newRow("data") << segmentOf({.ack = true, .psh = true}, 120) << QStringLiteral("data seq 121, 120 octets");
    QTest::newRow("urgent") << segmentOf({.ack = true, .urg = true}, 1) << QStringLiteral("data,URG seq 121, 1 octet");
    QTest::newRow("FIN") << segmentOf({.ack = true, .fin = true}) << QStringLiteral("FIN,ACK seq 121 ack 1");
    QTest::newRow("data with FIN") << segmentOf({.ack = true, .fin = true}, 20)
                                   << QStringLiteral("FIN,ACK seq 121 ack 1, 20 octets");
    QTest::newRow("data with SYN") << segmentOf({.syn = true}, 20) << QStringLiteral("SYN seq 121, 20 octets");
    QTest::newRow("RST") << segmentOf({.rst = true}) << QStringLiteral("RST seq 121");
    Segment closedWindow = segmentOf({.ack = true});
    closedWindow.window = 0;
    QTest::newRow("closed window") << closedWindow << QStringLiteral("ACK ack 1, window 0");
}

void TestWords::segments()
{
    QFETCH(const Segment, segment);
    const Trace trace = traceWith(segment, Seq{1000}, Seq{5000});
    QTEST(words::segmentText(trace, 0), "expected");
    const words::SegmentLabel label = words::segmentLabel(trace, 0);
    QCOMPARE(label.name + u' ' + label.numbers, words::segmentText(trace, 0));
}

void TestWords::options_areListed()
{
    QVERIFY(words::optionsText({}).isEmpty());
    const Options options{.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = Timestamps{12, 3}};
    QCOMPARE(words::optionsText(options), QStringLiteral("MSS 1460, window scale 7, SACK permitted, timestamps 12/3"));
}

void TestWords::everyRecordOfEveryScenario_isToldWithItsReason()
{
    for (const Scenario& scenario : scenarioLibrary()) {
        const Trace trace = runScenario(scenario).trace;
        QVERIFY(!trace.records().empty());
        for (RecordIndex index = 0; index < trace.records().size(); ++index) {
            QVERIFY(isWhole(words::eventText(trace, index)));
            QVERIFY(isWhole(words::placeText(trace.record(index))));
            const bool isCall = std::holds_alternative<record::CallMade>(trace.record(index).body);
            QVERIFY2(isCall || isWhole(words::whyText(trace, index)), qPrintable(words::eventText(trace, index)));
        }
    }
}

void TestWords::transitions_referToTheirRow()
{
    const Trace trace = runScenario(*findScenario("client-closes-first")).trace;
    int transitions = 0;
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const auto* moved = std::get_if<record::Transition>(&trace.record(index).body);
        if (moved == nullptr)
            continue;
        ++transitions;
        QCOMPARE(words::referenceText(trace, index), text(transitionRow(moved->row).reference));
        QCOMPARE(words::eventText(trace, index), words::rowTitle(moved->row));
        QCOMPARE(words::whyText(trace, index), words::triggerWhy(transitionRow(moved->row).trigger));
    }
    QCOMPARE(transitions, 12);
}

void TestWords::retransmissions_sayWhy()
{
    Simulator simulator(simulatorConfig(*findScenario("client-closes-first")));
    Trace trace;
    while (simulator.network().inFlight().empty())
        QVERIFY(simulator.step(&trace));
    const FlightIndex syn = simulator.network().inFlight().front().flight;
    QCOMPARE(simulator.apply(command::Drop{syn}, &trace), Refusal::None);
    const auto lost = static_cast<RecordIndex>(trace.records().size() - 1);
    QCOMPARE(words::placeText(trace.record(lost)), QStringLiteral("network"));
    QCOMPARE(words::eventText(trace, lost), QStringLiteral("segment lost"));
    QCOMPARE(words::whyText(trace, lost), QStringLiteral("dropped by hand"));
    QCOMPARE(words::fateText(trace.flight(syn)), QStringLiteral("lost at 0.010 s"));

    QVERIFY(simulator.step(&trace)); // the SYN's timer
    const FlightIndex again = simulator.network().inFlight().front().flight;
    const RecordIndex sent = trace.flight(again).sentRecord;
    QCOMPARE(words::eventText(trace, sent), QStringLiteral("segment sent again"));
    QCOMPARE(words::whyText(trace, sent), QStringLiteral("no ACK came in time"));
    QCOMPARE(words::noteText(trace.flight(again)), QStringLiteral("retransmission"));
    QCOMPARE(words::whyText(trace, trace.record(sent).cause), QStringLiteral("started 1 s ago"));
}

void TestWords::meddling_isSaidToBeByHand()
{
    const auto told = [](const Command& command) {
        Simulator simulator(simulatorConfig(*findScenario("client-closes-first")));
        Trace trace;
        while (simulator.network().inFlight().empty())
            simulator.step(&trace);
        const auto first = static_cast<RecordIndex>(trace.records().size());
        simulator.apply(command, &trace);
        QStringList lines;
        for (RecordIndex i = first; i < std::min(first + 3, static_cast<RecordIndex>(trace.records().size())); ++i)
            lines << words::eventText(trace, i) + QStringLiteral(", ") + words::whyText(trace, i);
        return lines.join(u'|');
    };
    constexpr TimerKind rto = TimerKind::Retransmission;
    QCOMPARE(told(command::FireTimer{Side::Client, rto}),
             QStringLiteral("RTO: run out by hand, started 0 µs ago|RTO expired, run out by hand|"
                            "segment sent again, RTO expired"));
    QCOMPARE(told(command::StopTimer{Side::Client, rto}),
             QStringLiteral("RTO: stopped by hand, started 0 µs ago|RTO stopped, stopped by hand"));
    QCOMPARE(told(command::StretchTimer{Side::Client, rto, 1s}),
             QStringLiteral("RTO: stretched by hand, started 0 µs ago|RTO restarted, stretched by hand"));
    QCOMPARE(told(command::ChangeNetwork{NetworkConfig()}),
             QStringLiteral("other delays or faults from here on, by hand"));
    QVERIFY(told(command::Duplicate{0}).contains(QStringLiteral("segment duplicated, by hand")));
}

void TestWords::faults_sayWhatTheyDid()
{
    SimulatorConfig config;
    config.plan = {{Side::Server, OpenPassive{}, {}, 0ms}, {Side::Client, OpenActive{}, {}, 10ms}};
    config.network.rules = {FaultRule{true, {.kind = SegmentKind::Rst}, fault::Drop{}},
                            FaultRule{true, {.kind = SegmentKind::Syn, .times = 1}, fault::Duplicate{1, 5ms}},
                            FaultRule{true, {.kind = SegmentKind::SynAck, .times = 1}, fault::Corrupt{}}};
    Simulator simulator(config);
    Trace trace;
    while (simulator.now() < 100ms && simulator.step(&trace)) {}
    QStringList told;
    for (RecordIndex i = 0; i < trace.records().size(); ++i) {
        const auto& body = trace.record(i).body;
        if (std::holds_alternative<record::FaultMet>(body) || std::holds_alternative<record::SegmentDuplicated>(body))
            told << words::placeText(trace.record(i)) + QStringLiteral(": ") + words::eventText(trace, i)
                        + QStringLiteral(", ") + words::whyText(trace, i);
    }
    QCOMPARE(told.join(u'|'), QStringLiteral("network: fault: duplicated, rule 2 of the network|"
                                             "network: segment duplicated, rule 2 of the network|"
                                             "network: fault: damaged, rule 3 of the network"));
    QCOMPARE(words::noteText(trace.flight(1)), QStringLiteral("duplicate"));
    QCOMPARE(words::noteText(trace.flight(2)), QStringLiteral("damaged"));
}

void TestWords::plannedCalls_sayWhatTheyWaitedFor()
{
    Trace trace;
    const RowIndex row = findRow(State::Established, Trigger::RcvFin).value();
    for (const Side side : allSides)
        trace.append({Time{}, noRecord, side, record::Transition{row}});
    const auto whyOf = [&trace](RecordIndex cause) {
        trace.append({Time{}, cause, Side::Client, record::CallMade{Close{}}});
        return words::whyText(trace, static_cast<RecordIndex>(trace.records().size() - 1));
    };
    QCOMPARE(whyOf(0), QStringLiteral("planned for when it is in CLOSE_WAIT"));
    QCOMPARE(whyOf(1), QStringLiteral("planned for when the server is in CLOSE_WAIT"));
}

void TestWords::causes_leadBackToACall()
{
    const Trace trace = runScenario(*findScenario("client-closes-first")).trace;
    const auto last = static_cast<RecordIndex>(trace.records().size() - 1);
    const std::vector<RecordIndex> chain = causeChain(trace, last);
    QCOMPARE(chain.front(), last);
    QVERIFY(chain.size() > 5);
    QVERIFY(std::holds_alternative<record::CallMade>(trace.record(chain.back()).body));
    for (std::size_t i = 1; i < chain.size(); ++i)
        QVERIFY(chain[i] < chain[i - 1]);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
