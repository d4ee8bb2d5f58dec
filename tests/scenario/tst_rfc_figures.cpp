// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293's figures 6 to 13, line by line, as exchanges between two endpoints. A segment that is sent stays in the
// network until the test lets it arrive, so that the figures' "..." can be played as they are drawn. Segments and
// states are spelled as in the figures; text is added to a segment as <DATA=octets>.
#include "core/endpoint.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace finwait;

namespace {

enum class Peer { A, B };
using enum Peer;

QString notation(const Segment& segment)
{
    QString text = QStringLiteral("<SEQ=%1>").arg(segment.seq.value);
    if (segment.flags.ack)
        text += QStringLiteral("<ACK=%1>").arg(segment.ack.value);
    text += QStringLiteral("<CTL=%1>").arg(QString::fromStdString(flagNames(segment.flags)));
    if (!segment.text.empty())
        text += QStringLiteral("<DATA=%1>").arg(segment.text.length);
    return text;
}

Segment syn(std::uint32_t seq)
{
    Segment segment;
    segment.seq = Seq{seq};
    segment.flags.syn = true;
    segment.window = 4096;
    return segment;
}

EndpointConfig startingAt(std::uint32_t iss)
{
    EndpointConfig config;
    config.fixedIss = Seq{iss};
    return config;
}

/// Peer A, peer B and what is between them. Each step takes a millisecond. What is returned is what was sent.
class Exchange
{
public:
    Exchange(const EndpointConfig& a, const EndpointConfig& b) : m_a(a), m_b(b) {}

    QString call(Peer peer, const Call& call) { return step(peer, call); }
    /// The oldest segment of `from` that is under way arrives at the other peer.
    QString deliver(Peer from) { return deliverAt(from, 0); }
    /// The latest does: it has overtaken the others.
    QString deliverLatest(Peer from) { return deliverAt(from, inFlight(from).size() - 1); }
    /// A segment arrives that neither peer sent lately.
    QString oldDuplicate(Peer at, const Segment& segment) { return step(at, SegmentArrives{segment}); }
    /// A running timer of the peer runs out.
    QString expire(Peer peer, TimerKind kind)
    {
        const auto timer = endpoint(peer).tcb().timer(kind);
        if (!timer)
            return QStringLiteral("(timer not running)");
        m_now = std::max(m_now, timer->deadline);
        return step(peer, TimerExpires{kind});
    }
    /// The peer forgets all connections.
    void reboot(Peer peer, const EndpointConfig& config) { endpoint(peer) = Endpoint(config); }
    [[nodiscard]] bool isQuiet() const { return m_fromA.empty() && m_fromB.empty(); }

    /// "ESTABLISHED LISTEN": of A and of B.
    [[nodiscard]] QString states() const
    {
        return QString::fromUtf8(rfcSpelling(m_a.state()).data()) + QLatin1Char(' ')
               + QString::fromUtf8(rfcSpelling(m_b.state()).data());
    }
    [[nodiscard]] bool wasTold(Peer peer, Signal signal) const
    {
        const auto& told = peer == A ? m_toldA : m_toldB;
        return std::ranges::find(told, signal) != told.end();
    }
    [[nodiscard]] const Tcb& tcb(Peer peer) const { return (peer == A ? m_a : m_b).tcb(); }

private:
    Endpoint& endpoint(Peer peer) { return peer == A ? m_a : m_b; }
    std::vector<Segment>& inFlight(Peer from) { return from == A ? m_fromA : m_fromB; }

    QString deliverAt(Peer from, std::size_t index)
    {
        if (index >= inFlight(from).size())
            return QStringLiteral("(nothing to deliver)");
        const auto place = inFlight(from).begin() + static_cast<std::ptrdiff_t>(index);
        const Segment segment = *place;
        inFlight(from).erase(place);
        return step(from == A ? B : A, SegmentArrives{segment});
    }

    QString step(Peer peer, const Input& input)
    {
        m_now += 1ms;
        QStringList sent;
        for (const Effect& effect : endpoint(peer).step(input, m_now)) {
            if (const auto* segment = std::get_if<effect::Sent>(&effect)) {
                inFlight(peer).push_back(segment->segment);
                sent << notation(segment->segment);
            } else if (const auto* told = std::get_if<effect::Signalled>(&effect)) {
                (peer == A ? m_toldA : m_toldB).push_back(told->signal);
            }
        }
        return sent.join(QLatin1Char(' '));
    }

    Endpoint m_a;
    Endpoint m_b;
    std::vector<Segment> m_fromA;
    std::vector<Segment> m_fromB;
    std::vector<Signal> m_toldA;
    std::vector<Signal> m_toldB;
    Time m_now{};
};

const QString nothing;

/// Both ESTABLISHED; A sends 100 next and B sends 300 next, if their initial sequence numbers are 99 and 299.
Exchange established(const EndpointConfig& a = startingAt(99), const EndpointConfig& b = startingAt(299))
{
    Exchange exchange(a, b);
    exchange.call(B, OpenPassive{});
    exchange.call(A, OpenActive{});
    exchange.deliver(A);
    exchange.deliver(B);
    exchange.deliver(A);
    return exchange;
}

} // namespace

class RfcFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void figure6_basicThreeWayHandshake();
    void figure7_simultaneousSynchronization();
    void figure8_recoveryFromOldDuplicateSyn();
    void figure8_theSynArrivesBeforeTheRst();
    void figure8_theSecondIncarnationChoosesANewSequenceNumber();
    void figure9_halfOpenDiscovery_data();
    void figure9_halfOpenDiscovery();
    void figure10_theActiveSideDiscoversHalfOpen();
    void figure11_oldDuplicateSynAtTwoPassiveSockets();
    void figure12_normalClose();
    void figure12_theFinAcknowledgesTheFin();
    void figure13_simultaneousClose();
};

void RfcFiguresTest::figure6_basicThreeWayHandshake()
{
    Exchange exchange(startingAt(100), startingAt(300));
    exchange.call(B, OpenPassive{});
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED LISTEN")); // line 1

    QCOMPARE(exchange.call(A, OpenActive{}), QStringLiteral("<SEQ=100><CTL=SYN>")); // line 2
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));

    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=SYN,ACK>")); // line 3
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT SYN-RECEIVED"));

    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>")); // line 4
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED SYN-RECEIVED"));
    QVERIFY(exchange.wasTold(A, Signal::Connected));
    QVERIFY(!exchange.wasTold(B, Signal::Connected));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
    QVERIFY(exchange.wasTold(B, Signal::Connected));

    QCOMPARE(exchange.call(A, Send{20}), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK><DATA=20>")); // line 5
    exchange.deliver(A);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
    QVERIFY(exchange.wasTold(B, Signal::DataDelivered));
    QCOMPARE(exchange.tcb(B).rcv.nxt.value, 121U);
}

void RfcFiguresTest::figure7_simultaneousSynchronization()
{
    Exchange exchange(startingAt(100), startingAt(300));
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED CLOSED")); // line 1

    QCOMPARE(exchange.call(A, OpenActive{}), QStringLiteral("<SEQ=100><CTL=SYN>")); // line 2
    QCOMPARE(exchange.call(B, OpenActive{}), QStringLiteral("<SEQ=300><CTL=SYN>"));
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT SYN-SENT"));

    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=100><ACK=301><CTL=SYN,ACK>")); // lines 3 and 5
    QCOMPARE(exchange.states(), QStringLiteral("SYN-RECEIVED SYN-SENT"));

    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=SYN,ACK>")); // line 4
    QCOMPARE(exchange.states(), QStringLiteral("SYN-RECEIVED SYN-RECEIVED"));

    exchange.deliver(B); // line 6
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED SYN-RECEIVED"));
    exchange.deliver(A); // line 7
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
    QVERIFY(exchange.wasTold(A, Signal::Connected));
    QVERIFY(exchange.wasTold(B, Signal::Connected));

    // Both are synchronized: text goes both ways.
    QCOMPARE(exchange.tcb(A).rcv.nxt.value, 301U);
    QCOMPARE(exchange.tcb(B).rcv.nxt.value, 101U);
    QVERIFY(exchange.tcb(A).outstanding.empty());
    QVERIFY(exchange.tcb(B).outstanding.empty());
}

/// The figure's B takes 400 the second time; with a fixed choice it is 300 again.
void RfcFiguresTest::figure8_recoveryFromOldDuplicateSyn()
{
    Exchange exchange(startingAt(100), startingAt(300));
    exchange.call(B, OpenPassive{});
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED LISTEN")); // line 1

    QCOMPARE(exchange.call(A, OpenActive{}), QStringLiteral("<SEQ=100><CTL=SYN>")); // line 2, delayed
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));

    QCOMPARE(exchange.oldDuplicate(B, syn(90)), QStringLiteral("<SEQ=300><ACK=91><CTL=SYN,ACK>")); // lines 3 and 4
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT SYN-RECEIVED"));

    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=91><CTL=RST>")); // line 5
    QCOMPARE(exchange.deliverLatest(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));
    QVERIFY(!exchange.wasTold(B, Signal::ConnectionReset));

    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=SYN,ACK>")); // lines 6 and 7
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT SYN-RECEIVED"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>")); // line 8
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED SYN-RECEIVED"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
    QVERIFY(exchange.isQuiet());
}

/// "If the SYN at line 6 had arrived before the RST, a more complex exchange might have occurred."
void RfcFiguresTest::figure8_theSynArrivesBeforeTheRst()
{
    Exchange exchange(startingAt(100), startingAt(300));
    exchange.call(B, OpenPassive{});
    exchange.call(A, OpenActive{});
    exchange.oldDuplicate(B, syn(90));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=91><CTL=RST>"));

    // In SYN-RECEIVED after a passive OPEN, a SYN in the window: "return this connection to the LISTEN state".
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));
    QCOMPARE(exchange.deliver(A), nothing); // the RST: ignored
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));
    QVERIFY(exchange.isQuiet());

    QCOMPARE(exchange.expire(A, TimerKind::Retransmission), QStringLiteral("<SEQ=100><CTL=SYN>"));
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=SYN,ACK>"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
}

void RfcFiguresTest::figure8_theSecondIncarnationChoosesANewSequenceNumber()
{
    Exchange exchange(startingAt(100), EndpointConfig{});
    exchange.call(B, OpenPassive{});
    exchange.call(A, OpenActive{});
    exchange.oldDuplicate(B, syn(90));
    const Seq first = exchange.tcb(B).snd.iss;
    exchange.deliver(B);
    exchange.deliverLatest(A);
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT LISTEN"));
    exchange.deliver(A);
    const Seq second = exchange.tcb(B).snd.iss;
    QVERIFY(before(first, second)); // the clock of section 3.4.1 has gone on
    exchange.deliver(B);
    exchange.deliver(A);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
}

/// Lines 3 and 4 are the same whether the SYN lies outside of B's window, as the text says, or in it, where RFC 5961's
/// challenge ACK answers (section 3.10.7.4, fourth).
void RfcFiguresTest::figure9_halfOpenDiscovery_data()
{
    QTest::addColumn<unsigned>("window");
    QTest::newRow("SYN outside of the window") << 200U;
    QTest::newRow("SYN in the window") << 60000U;
}

void RfcFiguresTest::figure9_halfOpenDiscovery()
{
    QFETCH(unsigned, window);
    EndpointConfig b = startingAt(299);
    b.profile.receiveBuffer = window;
    Exchange exchange = established(startingAt(99), b);
    exchange.reboot(A, startingAt(400)); // line 1
    QCOMPARE(exchange.tcb(B).snd.nxt.value, 300U);
    QCOMPARE(exchange.tcb(B).rcv.nxt.value, 100U);
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED ESTABLISHED")); // line 2

    QCOMPARE(exchange.call(A, OpenActive{}), QStringLiteral("<SEQ=400><CTL=SYN>")); // line 3
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=100><CTL=ACK>"));   // line 4
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT ESTABLISHED"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=100><CTL=RST>")); // line 5
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("SYN-SENT CLOSED")); // line 6
    QVERIFY(exchange.wasTold(B, Signal::ConnectionReset));

    // Line 7: "the problem is now reduced to the basic three-way handshake".
    exchange.call(B, OpenPassive{});
    QCOMPARE(exchange.expire(A, TimerKind::Retransmission), QStringLiteral("<SEQ=400><CTL=SYN>"));
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=299><ACK=401><CTL=SYN,ACK>"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=401><ACK=300><CTL=ACK>"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED"));
}

void RfcFiguresTest::figure10_theActiveSideDiscoversHalfOpen()
{
    Exchange exchange = established();
    exchange.reboot(A, startingAt(99)); // line 1
    QCOMPARE(exchange.tcb(B).snd.nxt.value, 300U);
    QCOMPARE(exchange.tcb(B).rcv.nxt.value, 100U);

    QCOMPARE(exchange.call(B, Send{10}), QStringLiteral("<SEQ=300><ACK=100><CTL=ACK><DATA=10>")); // line 2
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=100><CTL=RST>"));                          // line 3
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED ESTABLISHED"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED CLOSED"));
    QVERIFY(exchange.wasTold(B, Signal::ConnectionReset));
    QVERIFY(exchange.isQuiet());
}

/// X is 300 and Z is 7000.
void RfcFiguresTest::figure11_oldDuplicateSynAtTwoPassiveSockets()
{
    Exchange exchange(startingAt(100), startingAt(300));
    exchange.call(A, OpenPassive{});
    exchange.call(B, OpenPassive{});
    QCOMPARE(exchange.states(), QStringLiteral("LISTEN LISTEN")); // line 1

    QCOMPARE(exchange.oldDuplicate(B, syn(7000)), QStringLiteral("<SEQ=300><ACK=7001><CTL=SYN,ACK>")); // lines 2, 3
    QCOMPARE(exchange.states(), QStringLiteral("LISTEN SYN-RECEIVED"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=7001><CTL=RST>")); // line 4
    QCOMPARE(exchange.states(), QStringLiteral("LISTEN SYN-RECEIVED"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("LISTEN LISTEN")); // line 5
    QVERIFY(exchange.isQuiet());

    // Both still listen: a SYN that is meant opens the connection.
    QCOMPARE(exchange.oldDuplicate(B, syn(8000)), QStringLiteral("<SEQ=300><ACK=8001><CTL=SYN,ACK>"));
}

void RfcFiguresTest::figure12_normalClose()
{
    Exchange exchange = established();
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED")); // line 1

    QCOMPARE(exchange.call(A, Close{}), QStringLiteral("<SEQ=100><ACK=300><CTL=FIN,ACK>")); // line 2
    QCOMPARE(exchange.states(), QStringLiteral("FIN-WAIT-1 ESTABLISHED"));
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=ACK>")); // line 3
    QCOMPARE(exchange.states(), QStringLiteral("FIN-WAIT-1 CLOSE-WAIT"));
    QVERIFY(exchange.wasTold(B, Signal::PeerClosing));
    QCOMPARE(exchange.deliver(B), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("FIN-WAIT-2 CLOSE-WAIT"));
    QVERIFY(exchange.wasTold(A, Signal::CloseAcknowledged));

    QCOMPARE(exchange.call(B, Close{}), QStringLiteral("<SEQ=300><ACK=101><CTL=FIN,ACK>")); // line 4
    QCOMPARE(exchange.states(), QStringLiteral("FIN-WAIT-2 LAST-ACK"));
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>")); // line 5
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT LAST-ACK"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT CLOSED"));
    QVERIFY(exchange.wasTold(B, Signal::ConnectionClosed));

    const auto timeWait = exchange.tcb(A).timer(TimerKind::TimeWait);
    QVERIFY(timeWait.has_value());
    QCOMPARE(timeWait->deadline - timeWait->started, 2 * Duration{2min});
    QCOMPARE(exchange.expire(A, TimerKind::TimeWait), nothing); // line 6
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED CLOSED"));
    QVERIFY(exchange.wasTold(A, Signal::ConnectionClosed));
    QVERIFY(!exchange.wasTold(A, Signal::ConnectionReset) && !exchange.wasTold(B, Signal::ConnectionReset));
}

/// What Figure 5 says in its second note: the FIN of line 4 comes first and does for line 3 as well.
void RfcFiguresTest::figure12_theFinAcknowledgesTheFin()
{
    Exchange exchange = established();
    exchange.call(A, Close{});
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=300><ACK=101><CTL=ACK>"));
    QCOMPARE(exchange.call(B, Close{}), QStringLiteral("<SEQ=300><ACK=101><CTL=FIN,ACK>"));
    QCOMPARE(exchange.deliverLatest(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>"));
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT LAST-ACK"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT CLOSED"));

    // The ACK that was overtaken lies before the window now: "an acknowledgment should be sent in reply".
    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>"));
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT CLOSED"));
    // It finds nobody. The RST in answer ends TIME-WAIT before its time: RFC 1337's assassination.
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=301><CTL=RST>"));
    QCOMPARE(exchange.deliver(B), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED CLOSED"));
}

void RfcFiguresTest::figure13_simultaneousClose()
{
    Exchange exchange = established();
    QCOMPARE(exchange.states(), QStringLiteral("ESTABLISHED ESTABLISHED")); // line 1

    QCOMPARE(exchange.call(A, Close{}), QStringLiteral("<SEQ=100><ACK=300><CTL=FIN,ACK>")); // line 2
    QCOMPARE(exchange.call(B, Close{}), QStringLiteral("<SEQ=300><ACK=100><CTL=FIN,ACK>"));
    QCOMPARE(exchange.states(), QStringLiteral("FIN-WAIT-1 FIN-WAIT-1"));

    QCOMPARE(exchange.deliver(B), QStringLiteral("<SEQ=101><ACK=301><CTL=ACK>")); // line 3
    QCOMPARE(exchange.deliver(A), QStringLiteral("<SEQ=301><ACK=101><CTL=ACK>"));
    QCOMPARE(exchange.states(), QStringLiteral("CLOSING CLOSING"));

    QCOMPARE(exchange.deliver(B), nothing); // line 4
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT CLOSING"));
    QCOMPARE(exchange.deliver(A), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("TIME-WAIT TIME-WAIT"));
    QCOMPARE(exchange.expire(A, TimerKind::TimeWait), nothing);
    QCOMPARE(exchange.expire(B, TimerKind::TimeWait), nothing);
    QCOMPARE(exchange.states(), QStringLiteral("CLOSED CLOSED"));
    QVERIFY(exchange.wasTold(A, Signal::ConnectionClosed) && exchange.wasTold(B, Signal::ConnectionClosed));
}

QTEST_APPLESS_MAIN(RfcFiguresTest)
#include "tst_rfc_figures.moc"
