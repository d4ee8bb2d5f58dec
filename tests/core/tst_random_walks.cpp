// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Thousands of lives of connections that nobody thought of: random calls, segments delivered out of order or lost,
// timers that fire early. Whatever is done, the engine keeps what it promises.

#include "core/choices.h"
#include "core/simulator.h"

#include "core/left_behind.h"
#include "core/rfc5961.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <string>

using namespace finwait;
using bench::isLeftBehind;

namespace {

constexpr int walks = 50'000;
constexpr int longestWalk = 60;
constexpr int mostStepsToTheEnd = 500000; // two ends that misunderstand each other answer for long, until R2

/// How many walks, from FINWAIT_WALKS where somebody wants more than the daily number.
int walkCount()
{
    bool given = false;
    const int count = qEnvironmentVariableIntValue("FINWAIT_WALKS", &given);
    return given ? count : walks;
}

class Walk
{
public:
    explicit Walk(std::uint32_t seed) : m_random(seed), m_simulator(configuration()) {}

    void wander()
    {
        const int length = below(longestWalk) + 5;
        for (int i = 0; i < length; ++i) {
            const Command command = randomCommand();
            if (!reusesSequenceNumbers(command))
                m_simulator.apply(command, &m_trace);
            if (below(3) == 0)
                m_simulator.step(&m_trace);
            checkMoment();
        }
    }

    /// From here on the network delivers, and both applications read and close.
    void comeToAnEnd()
    {
        for (int i = 0; i < mostStepsToTheEnd; ++i) {
            for (const Side side : allSides) {
                call(side, Close{.stillReading = m_simulator.endpoint(side).config().reading});
                readAll(side);
            }
            if (!m_simulator.step(&m_trace))
                break;
            checkMoment();
        }
    }

    void checkEnd() const
    {
        for (const Side side : allSides) {
            const State state = m_simulator.endpoint(side).state();
            QVERIFY2(state == State::Closed || isLeftBehind(m_simulator, m_trace, side), identifier(state).data());
        }
        QVERIFY(m_simulator.network().inFlight().empty());
        QVERIFY(!m_simulator.nextEventAt());
        checkPaths();
        checkCauses();
        checkDelivery();
    }

    /// The states, calls and segments of the walk, for whoever has to find out what went wrong.
    [[nodiscard]] std::string story() const
    {
        std::string text;
        for (const Record& record : m_trace.records()) {
            const std::string line = std::visit([this](const auto& body) { return this->describe(body); }, record.body);
            if (!line.empty())
                text += std::to_string(record.at.count()) + " us " + std::string(identifier(record.side)) + line + '\n';
        }
        return text;
    }

    [[nodiscard]] const Trace& trace() const { return m_trace; }
    [[nodiscard]] const std::set<RowIndex>& rowsSeen() const { return m_rows; }

private:
    [[nodiscard]] std::string segmentText(FlightIndex index) const
    {
        const Flight& flight = m_trace.flight(index);
        return " #" + std::to_string(index) + ' ' + flagNames(flight.segment.flags) + " seq "
               + std::to_string(flight.segment.seq - flight.seqBase) + " ack "
               + std::to_string(flight.segment.ack - flight.ackBase) + " octets "
               + std::to_string(flight.segment.text.length) + " window " + std::to_string(flight.segment.window);
    }

    static std::string describe(const record::Transition& moved)
    {
        const TransitionRow& row = transitionRow(moved.row);
        return ' ' + std::string(identifier(row.from)) + " -> " + std::string(identifier(row.to)) + ' '
               + std::string(identifier(row.trigger));
    }
    [[nodiscard]] std::string describe(const record::SegmentSent& sent) const
    {
        return " sends" + segmentText(sent.flight);
    }
    [[nodiscard]] std::string describe(const record::SegmentArrived& arrived) const
    {
        return " gets" + segmentText(arrived.flight);
    }
    [[nodiscard]] std::string describe(const record::SegmentLost& lost) const
    {
        return " loses" + segmentText(lost.flight);
    }
    static std::string describe(const record::CallMade& made) { return " calls " + std::string(identifier(made.call)); }
    static std::string describe(const record::Signalled& signalled)
    {
        return " signals " + std::string(identifier(signalled.signal));
    }
    static std::string describe(const record::TimerFired& fired)
    {
        return " timer " + std::string(identifier(fired.kind));
    }
    static std::string describe(const record::NotProcessed& remark)
    {
        return " finds " + std::string(identifier(remark.reason));
    }
    template <typename Other>
    static std::string describe(const Other&)
    {
        return {};
    }

    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }

    SimulatorConfig configuration()
    {
        SimulatorConfig config;
        config.seed = static_cast<std::uint64_t>(below(1 << 20)) + 1;
        for (const Side side : allSides) {
            EndpointConfig& endpoint = config.endpoints[side];
            endpoint.profile = stackProfiles()[static_cast<std::size_t>(below(3))];
            endpoint.reading = below(4) != 0;
            endpoint.keepAlive = below(4) == 0;
            if (below(3) == 0) { // a shift only makes sense for a buffer that is much larger than its unit
                endpoint.profile.receiveBuffer = static_cast<std::uint32_t>(below(4000) + 1);
                endpoint.profile.windowScale.reset();
            }
            if (below(4) == 0)
                bench::followRfc5961(endpoint.profile, false);
            if (below(4) == 0)
                endpoint.profile.userTimeout = std::chrono::seconds{below(200) + 1};
            if (below(8) == 0) // a sequence number that wraps
                endpoint.fixedIss = Seq{0xFFFFFFF0U};
            config.network.delay[side] = std::chrono::milliseconds{below(200)};
        }
        return config;
    }

    Command randomCommand()
    {
        const Side side = below(2) == 0 ? Side::Client : Side::Server;
        const auto& inFlight = m_simulator.network().inFlight();
        if (!inFlight.empty() && below(2) == 0) {
            const FlightIndex flight =
                inFlight[static_cast<std::size_t>(below(static_cast<int>(inFlight.size())))].flight;
            if (below(3) == 0)
                return command::Drop{flight};
            return command::Deliver{flight};
        }
        switch (below(14)) {
        case 0:
        case 1: return command::MakeCall{side, OpenActive{}};
        case 2:
        case 3: return command::MakeCall{side, OpenPassive{}};
        case 4:
        case 5:
        case 6:
            return command::MakeCall{side,
                                     Send{.octets = static_cast<std::uint32_t>(below(6000)), .urgent = below(8) == 0}};
        case 7: return command::MakeCall{side, Receive{.octets = static_cast<std::uint32_t>(below(3000))}};
        case 8:
        case 9: return command::MakeCall{side, Close{.stillReading = below(2) == 0}};
        case 10: return below(4) == 0 ? command::MakeCall{side, Abort{}} : command::MakeCall{side, Status{}};
        default: return command::FireTimer{side, allTimers[static_cast<std::size_t>(below(timerCount))]};
        }
    }

    /// A second incarnation with the ISS of the first would take the first one's stragglers for its own: that is what
    /// RFC 6528 and TIME_WAIT are for, and no promise of the engine.
    [[nodiscard]] bool reusesSequenceNumbers(const Command& command) const
    {
        const auto* made = std::get_if<command::MakeCall>(&command);
        if (!made || m_simulator.endpoint(made->side).state() != State::Closed)
            return false;
        return std::ranges::any_of(allSides, [this](Side side) {
            const Endpoint& endpoint = m_simulator.endpoint(side);
            return endpoint.config().fixedIss && endpoint.incarnation() > 0;
        });
    }

    void call(Side side, const Call& call)
    {
        if (m_simulator.check(command::MakeCall{side, call}) == Refusal::None)
            m_simulator.apply(command::MakeCall{side, call}, &m_trace);
    }

    void readAll(Side side)
    {
        if (const std::uint32_t unread = m_simulator.endpoint(side).tcb().received.unread(); unread > 0)
            call(side, Receive{unread});
    }

    /// What must hold after every single event.
    void checkMoment()
    {
        for (const Side side : allSides) {
            const Tcb& tcb = m_simulator.endpoint(side).tcb();
            QCOMPARE(tcb.state, m_trace.states(side).back().state);
            checkStream(side, tcb);
            checkSequenceVariables(tcb);
            QVERIFY2(!isStuck(side, tcb), identifier(tcb.state).data());
        }
    }

    /// What came into order is one stream of the peer's, from its first octet on, without a gap.
    void checkStream(Side side, const Tcb& tcb)
    {
        const std::vector<Text>& runs = tcb.received.runs();
        if (runs.empty())
            return;
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs.front().offset, std::uint64_t{0});
        QCOMPARE(runs.front().stream % 2, side == Side::Client ? 1U : 0U);
    }

    void checkSequenceVariables(const Tcb& tcb)
    {
        QVERIFY(atOrBefore(tcb.snd.una, tcb.snd.nxt));
        QVERIFY(!tcb.finAcknowledged() || tcb.outstanding.empty());
        Seq next = tcb.snd.una;
        for (const Outstanding& outstanding : tcb.outstanding) {
            QCOMPARE(outstanding.seq, next);
            QVERIFY(outstanding.length() > 0);
            next = outstanding.end();
        }
        if (!tcb.outstanding.empty())
            QCOMPARE(next, tcb.snd.nxt);
    }

    /// Something is sent but not acknowledged, or waits to be sent, and no timer will see to it.
    [[nodiscard]] bool isStuck(Side, const Tcb& tcb) const
    {
        const bool mustGoOn = !tcb.outstanding.empty()
                              || (isSynchronized(tcb.state) && tcb.state != State::SynReceived && !tcb.unsent.empty());
        return mustGoOn && !tcb.timer(TimerKind::Retransmission) && !tcb.timer(TimerKind::Persist);
    }

    void checkPaths() const
    {
        PerSide<State> state = {State::Closed, State::Closed};
        for (const Record& record : m_trace.records()) {
            if (const auto* moved = std::get_if<record::Transition>(&record.body)) {
                const TransitionRow& row = transitionRow(moved->row);
                QCOMPARE(row.from, state[record.side]);
                QCOMPARE(findRow(row.from, row.trigger), std::optional<RowIndex>{moved->row});
                state[record.side] = row.to;
                m_rows.insert(moved->row);
            }
        }
    }

    void checkCauses() const
    {
        for (std::size_t i = 0; i < m_trace.records().size(); ++i) {
            const RecordIndex cause = m_trace.records()[i].cause;
            QVERIFY(cause == noRecord || cause < i);
            QVERIFY(i == 0 || m_trace.records()[i - 1].at <= m_trace.records()[i].at);
        }
    }

    /// Everything that a SEND accepted has been delivered, or some application was told that the connection was lost,
    /// or gave it up itself.
    void checkDelivery() const
    {
        PerSide<std::uint64_t> accepted;
        PerSide<std::uint64_t> delivered;
        bool somebodyLost = false;
        for (const Record& record : m_trace.records()) {
            if (const auto* made = std::get_if<record::CallMade>(&record.body)) {
                if (const auto* send = std::get_if<Send>(&made->call))
                    accepted[record.side] += send->octets;
                const auto* close = std::get_if<Close>(&made->call);
                somebodyLost |= std::holds_alternative<Abort>(made->call) || (close && !close->stillReading);
            } else if (const auto* refused = std::get_if<record::CallRefused>(&record.body)) {
                somebodyLost |= std::holds_alternative<Receive>(refused->call);
            } else if (const auto* signalled = std::get_if<record::Signalled>(&record.body)) {
                somebodyLost |= isError(signalled->signal);
                if (signalled->signal == Signal::DataDelivered)
                    delivered[record.side] += signalled->octets;
            } else if (const auto* moved = std::get_if<record::Transition>(&record.body)) {
                const TransitionRow& row = transitionRow(moved->row);
                somebodyLost |= row.trigger == Trigger::Close && row.from == State::SynSent;
            }
        }
        for (const Side side : allSides) {
            const std::uint64_t arrived = delivered[other(side)];
            QVERIFY2(arrived <= accepted[side], "octets from nowhere");
            const bool reads = m_simulator.endpoint(other(side)).config().reading;
            QVERIFY2(arrived == accepted[side] || somebodyLost || !reads, "octets lost without a word");
        }
    }

    std::mt19937 m_random;
    Trace m_trace;
    Simulator m_simulator;
    mutable std::set<RowIndex> m_rows;
};

} // namespace

class RandomWalks : public QObject
{
    Q_OBJECT

private slots:
    void everyWalkKeepsThePromises();
    void theSameSeedGivesTheSameTrace();
};

void RandomWalks::everyWalkKeepsThePromises()
{
    std::set<RowIndex> seen;
    for (int seed = 1; seed <= walkCount(); ++seed) {
        Walk walk(static_cast<std::uint32_t>(seed));
        walk.wander();
        walk.comeToAnEnd();
        walk.checkEnd();
        if (QTest::currentTestFailed())
            QFAIL(("walk with seed " + std::to_string(seed) + ":\n" + walk.story()).c_str());
        seen.insert(walk.rowsSeen().begin(), walk.rowsSeen().end());
    }
    // The walks mean something: they go almost everywhere. No computer crashes on the way.
    const auto rows = std::ranges::count_if(transitionTable(),
                                            [](const TransitionRow& row) { return row.trigger != Trigger::HostCrash; });
    QVERIFY2(std::ssize(seen) * 4 >= rows * 3,
             qPrintable(QStringLiteral("only %1 of %2 rows").arg(seen.size()).arg(rows)));
}

void RandomWalks::theSameSeedGivesTheSameTrace()
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        Walk first(seed);
        Walk second(seed);
        first.wander();
        second.wander();
        QCOMPARE(first.trace().records().size(), second.trace().records().size());
        QCOMPARE(first.trace().flights().size(), second.trace().flights().size());
        for (std::size_t i = 0; i < first.trace().flights().size(); ++i) {
            QCOMPARE(first.trace().flights()[i].segment, second.trace().flights()[i].segment);
            QCOMPARE(first.trace().flights()[i].sent, second.trace().flights()[i].sent);
        }
    }
}

QTEST_GUILESS_MAIN(RandomWalks)
#include "tst_random_walks.moc"
