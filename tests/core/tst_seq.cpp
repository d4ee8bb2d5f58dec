// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Sequence numbers wrap (RFC 9293 section 3.4): before, after and how far must hold across the end of the circle.

#include "core/endpoint_fixture.h"

using namespace finwait;

namespace {

constexpr std::uint32_t half = 0x80000000U;

} // namespace

class TestSeq : public QObject
{
    Q_OBJECT

private slots:
    void order_data();
    void order();
    void additionWraps();
    void distanceWraps();
    void aSegmentCountsItsSynAndFin_data();
    void aSegmentCountsItsSynAndFin();
};

void TestSeq::order_data()
{
    QTest::addColumn<std::uint32_t>("a");
    QTest::addColumn<std::uint32_t>("b");
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("equal") << 5U << 5U << false;
    QTest::newRow("next") << 5U << 6U << true;
    QTest::newRow("previous") << 6U << 5U << false;
    QTest::newRow("across the wrap") << 0xFFFFFFFFU << 0U << true;
    QTest::newRow("back across the wrap") << 0U << 0xFFFFFFFFU << false;
    QTest::newRow("far across the wrap") << 0xFFFF0000U << 0x00010000U << true;
    QTest::newRow("just less than half the circle") << 7U << 7U + half - 1U << true;
    QTest::newRow("just more than half the circle") << 7U << 7U + half + 1U << false;
}

void TestSeq::order()
{
    QFETCH(std::uint32_t, a);
    QFETCH(std::uint32_t, b);
    QFETCH(bool, isBefore);
    QCOMPARE(before(Seq{a}, Seq{b}), isBefore);
    QCOMPARE(atOrBefore(Seq{a}, Seq{b}), isBefore || a == b);
    QCOMPARE(atOrBefore(Seq{b}, Seq{a}), !isBefore);
}

void TestSeq::additionWraps()
{
    QCOMPARE(Seq{0xFFFFFFFFU} + 1, Seq{0});
    QCOMPARE(Seq{0} - 1, Seq{0xFFFFFFFFU});
    Seq seq{0xFFFFFFF0U};
    seq += 0x20;
    QCOMPARE(seq, Seq{0x10});
}

void TestSeq::distanceWraps()
{
    QCOMPARE(Seq{10} - Seq{4}, 6U);
    QCOMPARE(Seq{3} - Seq{0xFFFFFFFEU}, 5U);
}

// RFC 9293 section 3.4: "The segment length (SEG.LEN) includes both data and sequence space-occupying controls."
void TestSeq::aSegmentCountsItsSynAndFin_data()
{
    QTest::addColumn<bool>("syn");
    QTest::addColumn<bool>("fin");
    QTest::addColumn<std::uint32_t>("octets");
    QTest::addColumn<std::uint32_t>("length");
    QTest::addColumn<std::uint32_t>("textSeq");
    QTest::newRow("ACK") << false << false << 0U << 0U << 500U;
    QTest::newRow("data") << false << false << 10U << 10U << 500U;
    QTest::newRow("SYN") << true << false << 0U << 1U << 501U;
    QTest::newRow("FIN") << false << true << 0U << 1U << 500U;
    QTest::newRow("SYN, FIN and data") << true << true << 10U << 12U << 501U;
}

void TestSeq::aSegmentCountsItsSynAndFin()
{
    QFETCH(bool, syn);
    QFETCH(bool, fin);
    QFETCH(std::uint32_t, octets);
    QFETCH(std::uint32_t, length);
    QFETCH(std::uint32_t, textSeq);
    const Segment segment = bench::segment(Flags{.syn = syn, .ack = true, .fin = fin}, 500, 1, octets);
    QCOMPARE(segment.length(), length);
    QCOMPARE(segment.end(), Seq{500 + length});
    QCOMPARE(segment.textSeq(), Seq{textSeq});
}

QTEST_APPLESS_MAIN(TestSeq)
#include "tst_seq.moc"
