// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One endpoint on the bench: brought into each of the eleven states by the shortest exchange, then fed with calls,
// segments and timers. Its initial sequence number is 100 and its peer's is 300, as in RFC 9293's figures, and what it
// sends is spelled as there, so that a test reads as a list of what is received and what is sent.
#pragma once

#include "core/classify.h"
#include "core/endpoint.h"

#include <QString>
#include <QStringList>
#include <QTest>

#include <string_view>
#include <vector>

namespace QTest {

template <>
inline char* toString(const finwait::Duration& t) // the parameter is called so in Qt
{
    return toString(QStringLiteral("%1 us").arg(t.count()));
}

} // namespace QTest

namespace finwait {

inline QString toQString(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// For QCOMPARE's messages, which find these by the argument's namespace.
inline char* toString(State state)
{
    return QTest::toString(toQString(identifier(state)));
}

inline char* toString(Trigger trigger)
{
    return QTest::toString(toQString(identifier(trigger)));
}

inline char* toString(Refusal refusal)
{
    return QTest::toString(toQString(identifier(refusal)));
}

inline char* toString(Reason reason)
{
    return QTest::toString(toQString(identifier(reason)));
}

inline char* toString(Seq seq)
{
    return QTest::toString(seq.value);
}

namespace bench {

inline constexpr Flags none;
inline constexpr Flags syn{.syn = true};
inline constexpr Flags synAck{.syn = true, .ack = true};
inline constexpr Flags ack{.ack = true};
inline constexpr Flags fin{.fin = true};
inline constexpr Flags finAck{.ack = true, .fin = true};
inline constexpr Flags rst{.rst = true};
inline constexpr Flags rstAck{.ack = true, .rst = true};
inline constexpr Flags urgAck{.ack = true, .urg = true};

inline constexpr Seq ourIss{100};
inline constexpr Seq peerIss{300};
inline constexpr std::uint32_t peerStream = 1;

/// As RFC 9293 writes segments: "<SEQ=101><ACK=301><CTL=FIN,ACK><DATA=10>".
inline QString notation(const Segment& segment)
{
    QString text = QStringLiteral("<SEQ=%1>").arg(segment.seq.value);
    if (segment.flags.ack)
        text += QStringLiteral("<ACK=%1>").arg(segment.ack.value);
    text += QStringLiteral("<CTL=%1>").arg(toQString(flagNames(segment.flags)));
    if (!segment.text.empty())
        text += QStringLiteral("<DATA=%1>").arg(segment.text.length);
    return text;
}

/// A segment of the peer's; its text is what belongs to its sequence numbers.
inline Segment segment(const Flags& flags, std::uint32_t seq, std::uint32_t ackNumber = 0, std::uint32_t octets = 0)
{
    Segment segment;
    segment.seq = Seq{seq};
    segment.ack = Seq{ackNumber};
    segment.flags = flags;
    segment.window = 4096;
    segment.text = Text{peerStream, octets, segment.textSeq() - (peerIss + 1)};
    return segment;
}

inline Options mssOption(std::uint16_t octets)
{
    Options options;
    options.mss = octets;
    return options;
}

inline EndpointConfig config(const StackProfile& profile = stackProfiles().front())
{
    EndpointConfig config;
    config.profile = profile;
    config.profile.reopenFromTimeWait = true; // MAY-2, the larger part of the table
    config.fixedIss = ourIss;
    return config;
}

class Bench
{
public:
    explicit Bench(const EndpointConfig& config = bench::config()) : endpoint(config) {}

    Endpoint endpoint;
    Time now{};
    /// What the peer's SYN and SYN,ACK carry.
    Options peerOptions = mssOption(1460);
    std::uint16_t peerWindow = 4096;

    /// The inputs return what was sent in answer, one segment after the other, or nothing.
    QString call(const Call& call) { return step(call); }
    QString input(const Input& input) { return step(input); }
    QString arrive(const Segment& segment) { return step(SegmentArrives{segment}); }
    QString arrive(const Flags& flags, std::uint32_t seq, std::uint32_t ackNumber = 0, std::uint32_t octets = 0)
    {
        Segment arriving = segment(flags, seq, ackNumber, octets);
        arriving.window = peerWindow;
        if (flags.syn)
            arriving.options = peerOptions;
        return arrive(arriving);
    }
    /// A timer must be running; the clock goes on to its deadline.
    QString expire(TimerKind kind)
    {
        const auto timer = tcb().timer(kind);
        if (!timer)
            return QStringLiteral("(the timer is not running)");
        now = std::max(now, timer->deadline);
        return step(TimerExpires{kind});
    }

    [[nodiscard]] const Tcb& tcb() const { return endpoint.tcb(); }
    [[nodiscard]] State state() const { return endpoint.state(); }
    [[nodiscard]] bool isRunning(TimerKind kind) const { return tcb().timer(kind).has_value(); }
    /// How long a timer will still run; it must be running.
    [[nodiscard]] Duration left(TimerKind kind) const { return tcb().timer(kind)->deadline - now; }

    // What the last input did.
    [[nodiscard]] const Effects& effects() const { return m_effects; }
    [[nodiscard]] std::vector<Segment> segments() const
    {
        std::vector<Segment> found;
        for (const auto& sent : all<effect::Sent>())
            found.push_back(sent.segment);
        return found;
    }
    [[nodiscard]] std::vector<RowIndex> rows() const
    {
        std::vector<RowIndex> found;
        for (const auto& moved : all<effect::Moved>())
            found.push_back(moved.row);
        return found;
    }
    /// "DataDelivered 10, PeerClosing"
    [[nodiscard]] QString heard() const
    {
        QStringList found;
        for (const auto& signalled : all<effect::Signalled>()) {
            found << toQString(identifier(signalled.signal));
            if (signalled.octets > 0)
                found.last() += QStringLiteral(" %1").arg(signalled.octets);
        }
        return found.join(QStringLiteral(", "));
    }
    [[nodiscard]] Refusal refusal() const
    {
        const auto found = all<effect::Refused>();
        return found.empty() ? Refusal::None : found.front().refusal;
    }
    [[nodiscard]] Reason reason() const
    {
        const auto found = all<effect::NotProcessed>();
        return found.empty() ? Reason::None : found.front().reason;
    }
    [[nodiscard]] SegmentRole role() const { return all<effect::Sent>().front().role; }

    /// Into a state by the shortest exchange; SYN_RECEIVED from LISTEN, all after it by an active OPEN.
    void bringTo(State state)
    {
        switch (state) {
        case State::Closed: break;
        case State::Listen: call(OpenPassive{}); break;
        case State::SynSent: call(OpenActive{}); break;
        case State::SynReceived:
            bringTo(State::Listen);
            arrive(syn, 300);
            break;
        case State::Established:
            bringTo(State::SynSent);
            arrive(synAck, 300, 101);
            break;
        case State::FinWait1:
            bringTo(State::Established);
            call(Close{});
            break;
        case State::FinWait2:
            bringTo(State::FinWait1);
            arrive(ack, 301, 102);
            break;
        case State::Closing:
            bringTo(State::FinWait1);
            arrive(finAck, 301, 101);
            break;
        case State::TimeWait:
            bringTo(State::FinWait2);
            arrive(finAck, 301, 102);
            break;
        case State::CloseWait:
            bringTo(State::Established);
            arrive(finAck, 301, 101);
            break;
        case State::LastAck:
            bringTo(State::CloseWait);
            call(Close{});
            break;
        }
        QCOMPARE(endpoint.state(), state);
    }
    /// SYN_RECEIVED after both sides opened at once.
    void bringToSynReceivedByActiveOpen()
    {
        bringTo(State::SynSent);
        arrive(syn, 300);
        QCOMPARE(endpoint.state(), State::SynReceived);
    }
    /// SYN_RECEIVED of a new incarnation that began in TIME_WAIT; the old one had RCV.NXT = 302.
    void bringToSynReceivedFromTimeWait()
    {
        bringTo(State::TimeWait);
        arrive(syn, 1000);
        QCOMPARE(endpoint.state(), State::SynReceived);
    }

private:
    QString step(const Input& input)
    {
        m_effects = endpoint.step(input, now);
        QStringList sent;
        for (const Segment& segment : segments())
            sent << notation(segment);
        return sent.join(QLatin1Char(' '));
    }

    template <typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const Effect& effect : m_effects) {
            if (const auto* one = std::get_if<T>(&effect))
                found.push_back(*one);
        }
        return found;
    }

    Effects m_effects;
};

/// The start of a data-driven test: one row for each state.
inline void addStates()
{
    QTest::addColumn<State>("state");
    for (const State state : allStates)
        QTest::newRow(identifier(state).data()) << state;
}

} // namespace bench
} // namespace finwait

Q_DECLARE_METATYPE(finwait::Segment)
Q_DECLARE_METATYPE(finwait::State)
Q_DECLARE_METATYPE(finwait::Trigger)
Q_DECLARE_METATYPE(finwait::Refusal)
