// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Which segments a rule meets: by kind, flags, direction, time, count and chance.

#include "core/fault_rule.h"

#include "core/trace_text.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

Q_DECLARE_METATYPE(finwait::SegmentMatch)

namespace {

Segment withFlags(const Flags& flags, std::uint32_t octets = 0)
{
    return segment(flags, 300, 101, octets);
}

/// Of `count` equal segments, sent a millisecond apart: which are met, as "2 5 8", counted from 1.
QString metOf(const FaultRule& rule, std::uint32_t count, std::uint64_t seed = 1, std::size_t place = 0)
{
    QStringList met;
    RuleProgress progress;
    for (std::uint32_t i = 1; i <= count; ++i) {
        if (meets(rule, progress, place, seed, Client, withFlags(ack), i * 1ms))
            met << QString::number(i);
    }
    return met.join(QLatin1Char(' '));
}

FaultRule ruleOf(const SegmentMatch& match)
{
    return FaultRule{true, match, fault::Drop{}};
}

} // namespace

class TestFaultRule : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void kindsAndFaultsHaveTheirNames();
    void direction();
    void flags();
    void counting_data();
    void counting();
    void notBefore_doesNotCountEither();
    void since_waitsForItsState();
    void switchedOff_meetsAndCountsNothing();
    void chance_isKeptAndRepeatable();
    void chance_ofOneRuleDoesNotDependOnItsNeighbour();
};

void TestFaultRule::kinds_data()
{
    QTest::addColumn<Segment>("segment");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("SYN") << withFlags(syn) << "any syn";
    QTest::newRow("SYN,ACK") << withFlags(synAck) << "any syn-ack";
    QTest::newRow("ACK") << withFlags(ack) << "any ack";
    QTest::newRow("data") << withFlags(ack, 10) << "any data";
    QTest::newRow("FIN,ACK") << withFlags(finAck) << "any fin";
    QTest::newRow("FIN with text") << withFlags(finAck, 10) << "any fin data";
    QTest::newRow("RST") << withFlags(rst) << "any rst";
    QTest::newRow("RST,ACK") << withFlags(rstAck) << "any rst";
}

void TestFaultRule::kinds()
{
    QFETCH(Segment, segment);
    QStringList found;
    for (const SegmentKind kind : allSegmentKinds) {
        if (isOfKind(segment, kind))
            found << toQString(identifier(kind));
    }
    QTEST(found.join(QLatin1Char(' ')), "kinds");
}

void TestFaultRule::kindsAndFaultsHaveTheirNames()
{
    QStringList kinds;
    for (const SegmentKind kind : allSegmentKinds)
        kinds << toQString(identifier(kind));
    QCOMPARE(kinds.join(QLatin1Char(' ')), "any syn syn-ack fin ack data rst");
    QStringList faults;
    for (const FaultAction& action :
         {FaultAction(fault::Drop{}), FaultAction(fault::Delay{}), FaultAction(fault::Duplicate{}),
          FaultAction(fault::Reorder{}), FaultAction(fault::Corrupt{})})
        faults << toQString(identifier(kindOf(action)));
    QCOMPARE(faults.join(QLatin1Char(' ')), "drop delay duplicate reorder corrupt");
}

void TestFaultRule::direction()
{
    for (const Side wanted : allSides) {
        const FaultRule rule = ruleOf({.from = wanted});
        for (const Side from : allSides) {
            RuleProgress progress;
            QCOMPARE(meets(rule, progress, 0, 1, from, withFlags(ack), {}), from == wanted);
        }
    }
}

void TestFaultRule::flags()
{
    const FaultRule rule = ruleOf({.with = {.psh = true}, .without = {.fin = true}});
    RuleProgress progress;
    QVERIFY(meets(rule, progress, 0, 1, Client, withFlags({.ack = true, .psh = true}), {}));
    QVERIFY(!meets(rule, progress, 0, 1, Client, withFlags({.ack = true}), {}));
    QVERIFY(!meets(rule, progress, 0, 1, Client, withFlags({.ack = true, .fin = true, .psh = true}), {}));
}

void TestFaultRule::counting_data()
{
    QTest::addColumn<SegmentMatch>("match");
    QTest::addColumn<QString>("met");
    QTest::newRow("every") << SegmentMatch{} << "1 2 3 4 5 6 7";
    QTest::newRow("the third") << SegmentMatch{.first = 3, .times = 1} << "3";
    QTest::newRow("from the fifth on") << SegmentMatch{.first = 5} << "5 6 7";
    QTest::newRow("every third") << SegmentMatch{.first = 3, .every = 3} << "3 6";
    QTest::newRow("every other, from the first") << SegmentMatch{.every = 2} << "1 3 5 7";
    QTest::newRow("the first two") << SegmentMatch{.times = 2} << "1 2";
    QTest::newRow("none") << SegmentMatch{.times = 0} << "";
    QTest::newRow("never by chance") << SegmentMatch{.permille = 0} << "";
}

void TestFaultRule::counting()
{
    QFETCH(SegmentMatch, match);
    QTEST(metOf(ruleOf(match), 7), "met");
}

void TestFaultRule::notBefore_doesNotCountEither()
{
    QCOMPARE(metOf(ruleOf({.notBefore = 3ms, .times = 1}), 7), "3");
    QCOMPARE(metOf(ruleOf({.notBefore = 3ms, .first = 2, .times = 1}), 7), "4");
}

void TestFaultRule::since_waitsForItsState()
{
    const FaultRule rule = ruleOf({.since = StateEntered{Server, State::CloseWait}});
    RuleProgress progress;
    QVERIFY(!meets(rule, progress, 0, 1, Client, withFlags(ack), {}));
    QCOMPARE(progress.seen, 0U);
    progress.armed = true;
    QVERIFY(meets(rule, progress, 0, 1, Client, withFlags(ack), {}));
}

void TestFaultRule::switchedOff_meetsAndCountsNothing()
{
    FaultRule rule = ruleOf({});
    rule.enabled = false;
    RuleProgress progress;
    QVERIFY(!meets(rule, progress, 0, 1, Client, withFlags(ack), {}));
    QCOMPARE(progress, RuleProgress{});
}

void TestFaultRule::chance_isKeptAndRepeatable()
{
    const FaultRule rule = ruleOf({.permille = 250});
    const QString met = metOf(rule, 4000);
    QCOMPARE(metOf(rule, 4000), met);
    QVERIFY(metOf(rule, 4000, 2) != met);
    const auto count = met.split(QLatin1Char(' ')).size();
    QVERIFY2(count > 900 && count < 1100, qPrintable(QString::number(count)));
}

void TestFaultRule::chance_ofOneRuleDoesNotDependOnItsNeighbour()
{
    const FaultRule rule = ruleOf({.permille = 500});
    QVERIFY(metOf(rule, 100, 1, 0) != metOf(rule, 100, 1, 1));
}

QTEST_APPLESS_MAIN(TestFaultRule)
#include "tst_fault_rule.moc"
