// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The receive buffer by itself, and against a model that knows each octet by its name: whatever comes in whatever
// order, the same octets come out.

#include "core/receive_buffer.h"

#include "core/endpoint_fixture.h"

#include <map>
#include <random>
#include <set>

using namespace finwait;

namespace {

constexpr std::uint32_t stream = 9;

/// A text whose octets are named by their sequence numbers, counted from 1000.
Text textAt(std::uint32_t seq, std::uint32_t octets)
{
    return Text{stream, octets, seq - 1000U};
}

ReceiveBuffer::Advance insert(ReceiveBuffer& buffer, std::uint32_t next, std::uint32_t seq, std::uint32_t octets,
                              bool fin = false)
{
    return buffer.insert(Seq{next}, Seq{next + 500}, Seq{seq}, textAt(seq, octets), fin);
}

/// Octet for octet: what is there, what comes first wins, and where the FIN is.
class Model
{
public:
    ReceiveBuffer::Advance insert(std::uint64_t next, std::uint64_t limit, std::uint64_t at, std::uint32_t octets,
                                  bool fin)
    {
        const bool hadSomething = !m_octets.empty() || !m_fins.empty();
        for (std::uint64_t octet = at; octet < at + octets; ++octet) {
            if (octet >= next && octet < limit)
                m_octets.insert(octet);
        }
        const std::uint64_t finAt = at + octets;
        if (fin && finAt >= next && finAt < limit)
            m_fins.insert(finAt);
        ReceiveBuffer::Advance advance;
        while (m_octets.erase(next) > 0) {
            ++next;
            ++advance.octets;
        }
        advance.fin = m_fins.contains(next);
        advance.filledGap = hadSomething && advance.octets > 0;
        return advance;
    }

    [[nodiscard]] std::size_t held() const { return m_octets.size(); }

private:
    std::set<std::uint64_t> m_octets;
    std::set<std::uint64_t> m_fins;
};

} // namespace

class TestReceiveBuffer : public QObject
{
    Q_OBJECT

private slots:
    void inOrder();
    void gap();
    void finInsideText_isDropped();
    void piecesThatTouch();
    void olderThanNextIsCutOff();
    void beyondTheLimitIsCutOff();
    void whatCameFirstIsKept();
    void finIsReachedBehindTheText();
    void finAloneBehindAGap();
    void finThatLiesBeforeNextIsNothing();
    void finThatLiesAtTheLimitIsNothing();
    void theSameAgainChangesNothing();
    void keptTextWaitsForTheNextInsert();
    void reading();
    void sequenceNumbersWrap();
    void anyOrderGivesTheSameAsTheModel_data();
    void anyOrderGivesTheSameAsTheModel();
};

void TestReceiveBuffer::inOrder()
{
    ReceiveBuffer buffer;
    QVERIFY(insert(buffer, 1000, 1000, 10) == (ReceiveBuffer::Advance{10, false, false}));
    QVERIFY(insert(buffer, 1010, 1010, 5) == (ReceiveBuffer::Advance{5, false, false}));
    QCOMPARE(buffer.unread(), 15U);
    QCOMPARE(buffer.runs(), std::vector<Text>{textAt(1000, 15)});
    QVERIFY(!buffer.holdsOutOfOrder());
}

void TestReceiveBuffer::gap()
{
    ReceiveBuffer buffer;
    QVERIFY(insert(buffer, 1000, 1010, 10) == ReceiveBuffer::Advance{});
    QVERIFY(buffer.holdsOutOfOrder());
    QCOMPARE(buffer.heldOctets(), 10U);
    QCOMPARE(buffer.unread(), 0U);
    QVERIFY(insert(buffer, 1000, 1000, 10) == (ReceiveBuffer::Advance{20, false, true}));
    QVERIFY(!buffer.holdsOutOfOrder());
    QCOMPARE(buffer.runs(), std::vector<Text>{textAt(1000, 20)});
}

void TestReceiveBuffer::piecesThatTouch()
{
    ReceiveBuffer buffer;
    insert(buffer, 1000, 1030, 10);
    insert(buffer, 1000, 1010, 10);
    insert(buffer, 1000, 1020, 10);
    QCOMPARE(buffer.heldOctets(), 30U);
    QCOMPARE(insert(buffer, 1000, 1000, 10).octets, 40U);
}

void TestReceiveBuffer::olderThanNextIsCutOff()
{
    ReceiveBuffer buffer;
    insert(buffer, 1000, 1000, 10);
    QCOMPARE(insert(buffer, 1010, 1005, 10).octets, 5U);
    QCOMPARE(insert(buffer, 1015, 1000, 15).octets, 0U);
    QCOMPARE(buffer.runs(), std::vector<Text>{textAt(1000, 15)});
}

void TestReceiveBuffer::beyondTheLimitIsCutOff()
{
    ReceiveBuffer buffer;
    QCOMPARE(insert(buffer, 1000, 1000, 600).octets, 500U);
    ReceiveBuffer other;
    insert(other, 1000, 1490, 20);
    QCOMPARE(other.heldOctets(), 10U);
    insert(other, 1000, 1500, 20);
    QCOMPARE(other.heldOctets(), 10U);
}

void TestReceiveBuffer::whatCameFirstIsKept()
{
    ReceiveBuffer buffer;
    buffer.insert(Seq{1000}, Seq{1500}, Seq{1010}, Text{1, 10, 0}, false);
    buffer.insert(Seq{1000}, Seq{1500}, Seq{1000}, Text{2, 30, 0}, false);
    QCOMPARE(buffer.runs(), std::vector<Text>({Text{2, 10, 0}, Text{1, 10, 0}, Text{2, 10, 20}}));
}

void TestReceiveBuffer::finIsReachedBehindTheText()
{
    ReceiveBuffer buffer;
    QVERIFY(insert(buffer, 1000, 1000, 10, true) == (ReceiveBuffer::Advance{10, true, false}));
    ReceiveBuffer alone;
    QVERIFY(insert(alone, 1000, 1000, 0, true) == (ReceiveBuffer::Advance{0, true, false}));
}

void TestReceiveBuffer::finAloneBehindAGap()
{
    ReceiveBuffer buffer;
    QVERIFY(!insert(buffer, 1000, 1010, 0, true).fin);
    QVERIFY(buffer.holdsOutOfOrder());
    QVERIFY(insert(buffer, 1000, 1000, 10) == (ReceiveBuffer::Advance{10, true, true}));
}

void TestReceiveBuffer::finThatLiesBeforeNextIsNothing()
{
    ReceiveBuffer buffer;
    QVERIFY(!insert(buffer, 1020, 1000, 10, true).fin);
    QVERIFY(!buffer.holdsOutOfOrder());
}

void TestReceiveBuffer::finThatLiesAtTheLimitIsNothing()
{
    ReceiveBuffer buffer;
    QVERIFY(insert(buffer, 1000, 1000, 500, true) == (ReceiveBuffer::Advance{500, false, false}));
}

void TestReceiveBuffer::theSameAgainChangesNothing()
{
    ReceiveBuffer buffer;
    insert(buffer, 1000, 1010, 10);
    insert(buffer, 1000, 1030, 0, true);
    insert(buffer, 1000, 1050, 10, true);
    const ReceiveBuffer before = buffer;
    for (int i = 0; i < 3; ++i) {
        insert(buffer, 1000, 1010, 10);
        insert(buffer, 1000, 1030, 0, true);
        insert(buffer, 1000, 1050, 10, true);
        insert(buffer, 1000, 1055, 5, true);
    }
    QCOMPARE(buffer, before);
}

void TestReceiveBuffer::keptTextWaitsForTheNextInsert()
{
    ReceiveBuffer buffer;
    buffer.keep(Seq{1000}, Seq{1500}, Seq{1000}, textAt(1000, 10), true);
    QCOMPARE(buffer.unread(), 0U);
    QVERIFY(insert(buffer, 1000, 1011, 0) == (ReceiveBuffer::Advance{10, true, true}));
}

void TestReceiveBuffer::reading()
{
    ReceiveBuffer buffer;
    insert(buffer, 1000, 1000, 30);
    QCOMPARE(buffer.read(20), 20U);
    QCOMPARE(buffer.read(20), 10U);
    QCOMPARE(buffer.read(20), 0U);
    QCOMPARE(buffer.delivered(), std::uint64_t{30});
}

void TestReceiveBuffer::finInsideText_isDropped()
{
    ReceiveBuffer buffer;
    insert(buffer, 1000, 1100, 100);
    insert(buffer, 1000, 1150, 0, true); // of some other connection between the same ports
    QCOMPARE(insert(buffer, 1000, 1000, 100).octets, 200U);
    const ReceiveBuffer::Advance further = insert(buffer, 1200, 1200, 50);
    QCOMPARE(further.octets, 50U);
    QVERIFY(!further.fin);
    QVERIFY(!buffer.holdsOutOfOrder());
}

void TestReceiveBuffer::sequenceNumbersWrap()
{
    ReceiveBuffer buffer;
    const Seq next{0xFFFFFFF0U};
    const Seq limit = next + 500;
    buffer.insert(next, limit, next + 20, Text{stream, 20, 20}, true);
    QCOMPARE(buffer.heldOctets(), 20U);
    QVERIFY(buffer.insert(next, limit, next - 5, Text{stream, 25, 0}, false)
            == (ReceiveBuffer::Advance{40, true, true}));
}

void TestReceiveBuffer::anyOrderGivesTheSameAsTheModel_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 400; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestReceiveBuffer::anyOrderGivesTheSameAsTheModel()
{
    QFETCH(std::uint32_t, seed);
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() % bound); };
    const std::uint32_t first = 0xFFFFFF00U; // so that it wraps soon
    const std::uint64_t total = 600 + below(400);
    ReceiveBuffer buffer;
    Model model;
    std::uint64_t next = 0; // counted from the first octet, in the model's numbers
    for (int i = 0; i < 400; ++i) {
        const std::uint32_t window = below(300) + 1;
        const std::uint64_t lowest = next > 60 ? next - 60 : 0;
        const std::uint64_t at = std::min<std::uint64_t>(lowest + below(400), total);
        const auto octets = static_cast<std::uint32_t>(std::min<std::uint64_t>(below(80), total - at));
        const bool fin = at + octets == total;
        const Seq nextSeq{first + static_cast<std::uint32_t>(next)};
        const auto advance = buffer.insert(nextSeq, nextSeq + window, Seq{first + static_cast<std::uint32_t>(at)},
                                           Text{stream, octets, at}, fin);
        QVERIFY(advance == model.insert(next, next + window, at, octets, fin));
        next += advance.octets;
        QCOMPARE(buffer.unread(), static_cast<std::uint32_t>(next));
        if (next > 0)
            QCOMPARE(buffer.runs(), std::vector<Text>({Text{stream, static_cast<std::uint32_t>(next), 0}}));
        if (advance.fin)
            return;
        QCOMPARE(std::size_t{buffer.heldOctets()}, model.held());
    }
}

QTEST_APPLESS_MAIN(TestReceiveBuffer)
#include "tst_receive_buffer.moc"
