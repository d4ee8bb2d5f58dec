// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reasons, refusals and signals: each has a name of its own, each reason a source, each refusal the RFC's words.

#include "core/reason.h"

#include "core/endpoint_fixture.h"

#include <algorithm>
#include <array>
#include <set>

using namespace finwait;

namespace {

template <typename Enum>
std::vector<Enum> upTo(Enum last)
{
    std::vector<Enum> all;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        all.push_back(static_cast<Enum>(i));
    return all;
}

} // namespace

class TestReason : public QObject
{
    Q_OBJECT

private slots:
    void namesDiffer();
    void everyReasonHasASource();
    void sources_data();
    void sources();
    void refusalsAreTheRfcsWords_data();
    void refusalsAreTheRfcsWords();
    void signalsThatAreErrors();
};

void TestReason::namesDiffer()
{
    std::set<std::string_view> names;
    const auto reasons = upTo(Reason::ChallengeThrottled);
    for (const Reason reason : reasons)
        names.insert(identifier(reason));
    QCOMPARE(names.size(), reasons.size());
    names.clear();
    const auto refusals = upTo(Refusal::SegmentNotInFlight);
    for (const Refusal refusal : refusals)
        names.insert(identifier(refusal));
    QCOMPARE(names.size(), refusals.size());
    names.clear();
    const auto all = upTo(Signal::FinWait2TimedOut);
    for (const Signal signal : all)
        names.insert(identifier(signal));
    QCOMPARE(names.size(), all.size());
    QVERIFY(!names.contains(""));
}

void TestReason::everyReasonHasASource()
{
    constexpr std::array ofTheStacks = {Reason::SynRepeated, Reason::SynAckIgnored, Reason::SynFinDropped,
                                        Reason::SynTextIgnored};
    for (const Reason reason : upTo(Reason::ChallengeThrottled))
        QCOMPARE(reference(reason).starts_with("RFC "),
                 reason != Reason::None && std::ranges::find(ofTheStacks, reason) == std::end(ofTheStacks));
    for (const Reason reason : ofTheStacks)
        QVERIFY(reference(reason).starts_with("not in RFC 9293; "));
}

void TestReason::sources_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("source");
    const auto add = [](Reason reason, const char* source) {
        QTest::newRow(identifier(reason).data()) << static_cast<int>(reason) << source;
    };
    add(Reason::NoConnection, "RFC 9293 3.10.7.1");
    add(Reason::AckInListen, "RFC 9293 3.10.7.2");
    add(Reason::BadAckInSynSent, "RFC 9293 3.10.7.3");
    add(Reason::OutsideWindow, "RFC 9293 3.10.7.4");
    add(Reason::RstNotAtLeftEdge, "RFC 5961 3.2");
    add(Reason::SynChallenged, "RFC 5961 4.2");
    add(Reason::AckTooOld, "RFC 5961 5.2");
    add(Reason::ChallengeThrottled, "RFC 5961 7");
    add(Reason::RstInTimeWait, "RFC 1337 3");
    add(Reason::Paws, "RFC 7323 5.3");
    add(Reason::TimestampMissing, "RFC 7323 3.2");
}

void TestReason::sources()
{
    QFETCH(int, reason);
    QFETCH(QString, source);
    QVERIFY(toQString(reference(static_cast<Reason>(reason))).contains(source));
}

void TestReason::refusalsAreTheRfcsWords_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("words");
    QTest::newRow("no connection") << Refusal::ConnectionDoesNotExist << "error: connection does not exist";
    QTest::newRow("second OPEN") << Refusal::ConnectionAlreadyExists << "error: connection already exists";
    QTest::newRow("closing") << Refusal::ConnectionClosing << "error: connection closing";
    QTest::newRow("no room") << Refusal::InsufficientResources << "error: insufficient resources";
    QTest::newRow("nobody to call") << Refusal::RemoteSocketUnspecified << "error: remote socket unspecified";
    QTest::newRow("none") << Refusal::None << "";
    QTest::newRow("timer") << Refusal::TimerNotRunning << "";
    QTest::newRow("segment") << Refusal::SegmentNotInFlight << "";
    QTest::newRow("nothing to send") << Refusal::NothingToSend << "";
}

void TestReason::refusalsAreTheRfcsWords()
{
    QFETCH(Refusal, refusal);
    QTEST(toQString(rfcText(refusal)), "words");
}

void TestReason::signalsThatAreErrors()
{
    const std::set<Signal> errors = {Signal::QueuedCallsClosed, Signal::ConnectionReset,     Signal::ConnectionRefused,
                                     Signal::UserTimedOut,      Signal::RetransmissionLimit, Signal::KeepAliveFailed,
                                     Signal::FinWait2TimedOut};
    for (const Signal signal : upTo(Signal::FinWait2TimedOut))
        QCOMPARE(isError(signal), errors.contains(signal));
}

QTEST_APPLESS_MAIN(TestReason)
#include "tst_reason.moc"
