// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// RFC 9293 sections 3.10.1 to 3.10.6: every call in every state, with the RFC's own words where it is refused.

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

Q_DECLARE_METATYPE(finwait::Call)

namespace {

constexpr auto doesNotExist = "error: connection does not exist";
constexpr auto alreadyExists = "error: connection already exists";
constexpr auto closing = "error: connection closing";

/// What a call leads to: the state afterwards and what is sent, or the error, after which all is as before.
struct Outcome {
    State after;
    const char* sent = "";
    const char* error = "";
};

Outcome refused(State state, const char* error)
{
    return {state, "", error};
}

// 3.10.1
Outcome openActive(State state)
{
    if (state == Closed || state == Listen)
        return {SynSent, "<SEQ=100><CTL=SYN>"};
    return refused(state, alreadyExists);
}

Outcome openPassive(State state)
{
    return state == Closed ? Outcome{Listen} : refused(state, alreadyExists);
}

// 3.10.2
Outcome send(State state)
{
    switch (state) {
    case Closed: return refused(state, doesNotExist);
    case Listen: return {SynSent, "<SEQ=100><CTL=SYN>"};
    case SynSent:
    case SynReceived: return {state};
    case Established: return {state, "<SEQ=101><ACK=301><CTL=ACK><DATA=10>"};
    case CloseWait: return {state, "<SEQ=101><ACK=302><CTL=ACK><DATA=10>"};
    case FinWait1:
    case FinWait2:
    case State::Closing:
    case LastAck:
    case TimeWait: break;
    }
    return refused(state, closing);
}

// 3.10.3
Outcome receive(State state)
{
    switch (state) {
    case Closed: return refused(state, doesNotExist);
    case Listen:
    case SynSent:
    case SynReceived:
    case Established:
    case FinWait1:
    case FinWait2: return {state};
    case CloseWait: // "If no text is awaiting delivery, the RECEIVE will get an 'error: connection closing' response."
    case State::Closing:
    case LastAck:
    case TimeWait: break;
    }
    return refused(state, closing);
}

// 3.10.4
Outcome close(State state)
{
    switch (state) {
    case Closed: return refused(state, doesNotExist);
    case Listen:
    case SynSent: return {Closed};
    case SynReceived:
    case Established: return {FinWait1, "<SEQ=101><ACK=301><CTL=FIN,ACK>"};
    case CloseWait: return {LastAck, "<SEQ=101><ACK=302><CTL=FIN,ACK>"};
    case FinWait1: // "Strictly speaking, this is an error"
    case FinWait2:
    case State::Closing:
    case LastAck:
    case TimeWait: break;
    }
    return refused(state, closing);
}

// "An 'ok' response would be acceptable, too": here it says that the application has stopped reading as well.
Outcome closeForGood(State state)
{
    return state == FinWait1 || state == FinWait2 ? Outcome{state} : close(state);
}

// 3.10.5
Outcome abort(State state)
{
    switch (state) {
    case Closed: return refused(state, doesNotExist);
    case SynReceived:
    case Established:
    case CloseWait: return {Closed, "<SEQ=101><CTL=RST>"};
    case FinWait1:
    case FinWait2: return {Closed, "<SEQ=102><CTL=RST>"};
    case Listen:
    case SynSent:
    case State::Closing:
    case LastAck:
    case TimeWait: break;
    }
    return {Closed};
}

// 3.10.6
Outcome status(State state)
{
    return state == Closed ? refused(state, doesNotExist) : Outcome{state};
}

struct Case {
    const char* name;
    Call call;
    Outcome (*outcome)(State);
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = {
        {"OPEN, active", OpenActive{}, openActive},
        {"OPEN, passive", OpenPassive{}, openPassive},
        {"SEND", Send{10}, send},
        {"RECEIVE", Receive{10}, receive},
        {"CLOSE", Close{}, close},
        {"CLOSE for good", Close{.stillReading = false}, closeForGood},
        {"ABORT", Abort{}, abort},
        {"STATUS", Status{}, status},
    };
    return all;
}

} // namespace

class TestCalls : public QObject
{
    Q_OBJECT

private slots:
    void everyCallInEveryState_data();
    void everyCallInEveryState();
    void withoutARemoteSocketNobodyCanBeCalled();
    void withoutARemoteSocketAListenerStillAnswers();
    void sendingBeyondTheBufferIsRefused();
    void sendingNothingIsRefused();
    void receivingBeyondTheBufferIsRefused();
    void closeForGoodTwice_isRefused();
    void afterCloseForGood_nothingCanBeReceived();
    void abort_stopsEverything_data();
    void abort_stopsEverything();
    void queuedCalls_areToldOfTheirEnd_data();
    void queuedCalls_areToldOfTheirEnd();
    void everyOpenBeginsANewStream();
    void initialSequenceNumbersFollowTheClockAndASecret();
};

void TestCalls::everyCallInEveryState_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<State>("state");
    QTest::addColumn<State>("after");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("error");
    for (const Case& one : cases()) {
        for (const State state : allStates) {
            const Outcome outcome = one.outcome(state);
            QTest::addRow("%s in %s", one.name, identifier(state).data())
                << one.call << state << outcome.after << outcome.sent << outcome.error;
        }
    }
}

void TestCalls::everyCallInEveryState()
{
    QFETCH(Call, call);
    QFETCH(State, state);
    QFETCH(QString, error);
    Bench bench;
    bench.bringTo(state);
    const Endpoint before = bench.endpoint;
    QTEST(bench.call(call), "sent");
    QTEST(bench.state(), "after");
    QCOMPARE(toQString(rfcText(bench.refusal())), error);
    if (!error.isEmpty()) {
        QVERIFY2(bench.endpoint == before, "a call that is refused changes nothing");
        QCOMPARE(bench.effects().size(), std::size_t{1});
    }
}

void TestCalls::withoutARemoteSocketNobodyCanBeCalled()
{
    EndpointConfig config = bench::config();
    config.remoteKnown = false;
    Bench bench(config);
    bench.call(OpenActive{});
    QCOMPARE(toQString(rfcText(bench.refusal())), "error: remote socket unspecified");
    bench.call(OpenPassive{});
    for (const Call& call : std::initializer_list<Call>{OpenActive{}, Send{10}}) {
        QCOMPARE(bench.call(call), QString());
        QCOMPARE(toQString(rfcText(bench.refusal())), "error: remote socket unspecified");
        QCOMPARE(bench.state(), Listen);
    }
}

// 3.9.1.2: "Users who make use of OPEN with an unspecified remote socket can make use of SEND without ever explicitly
// knowing the remote socket address."
void TestCalls::withoutARemoteSocketAListenerStillAnswers()
{
    EndpointConfig config = bench::config();
    config.remoteKnown = false;
    Bench bench(config);
    bench.bringTo(SynReceived);
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.call(Send{10}), "<SEQ=101><ACK=301><CTL=ACK><DATA=10>");
}

void TestCalls::sendingBeyondTheBufferIsRefused()
{
    EndpointConfig config = bench::config();
    config.profile.sendBuffer = 1000;
    Bench bench(config);
    bench.bringTo(SynSent);
    bench.call(Send{600});
    QCOMPARE(bench.refusal(), Refusal::None);
    bench.call(Send{401});
    QCOMPARE(toQString(rfcText(bench.refusal())), "error: insufficient resources");
    bench.call(Send{400});
    QCOMPARE(bench.refusal(), Refusal::None);
    // What is on its way still needs its room; what is acknowledged does not.
    QCOMPARE(bench.arrive(synAck, 300, 101), "<SEQ=101><ACK=301><CTL=ACK><DATA=1000>");
    bench.call(Send{1});
    QCOMPARE(bench.refusal(), Refusal::InsufficientResources);
    bench.arrive(ack, 301, 1101);
    bench.call(Send{1000});
    QCOMPARE(bench.refusal(), Refusal::None);
    QCOMPARE(bench.endpoint.octetsAccepted(), std::uint64_t{2000});
}

void TestCalls::sendingNothingIsRefused()
{
    Bench bench;
    bench.bringTo(Established);
    QCOMPARE(bench.call(Send{0}), QString());
    QCOMPARE(bench.refusal(), Refusal::NothingToSend);
    QCOMPARE(toQString(rfcText(bench.refusal())), QString());
}

void TestCalls::receivingBeyondTheBufferIsRefused()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    config.profile.receiveBuffer = 1000;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Receive{700});
    bench.call(Receive{301});
    QCOMPARE(toQString(rfcText(bench.refusal())), "error: insufficient resources");
    bench.call(Receive{300});
    QCOMPARE(bench.refusal(), Refusal::None);
}

void TestCalls::closeForGoodTwice_isRefused()
{
    Bench bench;
    bench.bringTo(FinWait2);
    bench.call(Close{.stillReading = false});
    QCOMPARE(bench.refusal(), Refusal::None);
    bench.call(Close{.stillReading = false});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
}

void TestCalls::afterCloseForGood_nothingCanBeReceived()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Close{.stillReading = false});
    bench.call(Receive{10});
    QCOMPARE(toQString(rfcText(bench.refusal())), closing);
}

void TestCalls::abort_stopsEverything_data()
{
    addStates();
}

void TestCalls::abort_stopsEverything()
{
    QFETCH(State, state);
    if (state == Closed)
        return;
    EndpointConfig config = bench::config();
    config.keepAlive = true;
    config.profile.userTimeout = 5min;
    Bench bench(config);
    bench.bringTo(state);
    bench.call(Send{100});
    bench.call(Abort{});
    QVERIFY(!bench.endpoint.nextDeadline());
    QCOMPARE(bench.tcb(), Tcb{});
}

// 3.10.4: "return 'error: closing' responses to any queued SENDs, or RECEIVEs"; 3.10.5: "All queued SENDs and RECEIVEs
// should be given 'connection reset' notification", but in the last three states: "Respond with 'ok'".
void TestCalls::queuedCalls_areToldOfTheirEnd_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<Call>("queued");
    QTest::addColumn<Call>("end");
    QTest::addColumn<QString>("heard");
    const Call send = Send{100};
    const Call receive = Receive{100};
    const Call close = Close{};
    const Call abort = Abort{};
    QTest::newRow("LISTEN, RECEIVE, CLOSE") << Listen << receive << close << "QueuedCallsClosed";
    QTest::newRow("SYN_SENT, SEND, CLOSE") << SynSent << send << close << "QueuedCallsClosed";
    QTest::newRow("SYN_SENT, RECEIVE, CLOSE") << SynSent << receive << close << "QueuedCallsClosed";
    QTest::newRow("SYN_SENT, nothing, CLOSE") << SynSent << Call(Status{}) << close << "";
    QTest::newRow("ESTABLISHED, RECEIVE, CLOSE") << Established << receive << close << "";
    for (const State state : {Listen, SynSent, SynReceived, Established, FinWait1, FinWait2})
        QTest::addRow("%s, RECEIVE, ABORT", finwait::identifier(state).data())
            << state << receive << abort << "ConnectionReset";
    for (const State state : {SynSent, SynReceived, Established, CloseWait})
        QTest::addRow("%s, SEND, ABORT", finwait::identifier(state).data())
            << state << send << abort << "ConnectionReset";
    for (const State state : allStates) {
        if (state != Closed)
            QTest::addRow("%s, nothing, ABORT", finwait::identifier(state).data())
                << state << Call(Status{}) << abort << "";
    }
}

void TestCalls::queuedCalls_areToldOfTheirEnd()
{
    QFETCH(State, state);
    QFETCH(Call, queued);
    QFETCH(Call, end);
    EndpointConfig config = bench::config();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(state);
    bench.call(queued);
    bench.call(end);
    QTEST(bench.heard(), "heard");
}

void TestCalls::everyOpenBeginsANewStream()
{
    Bench bench;
    QCOMPARE(bench.endpoint.incarnation(), 0U);
    std::vector<std::uint32_t> streams;
    for (int i = 0; i < 3; ++i) {
        bench.bringTo(Established);
        bench.call(Send{10});
        streams.push_back(bench.segments().front().text.stream);
        QCOMPARE(bench.segments().front().text.offset, std::uint64_t{0});
        bench.call(Abort{});
    }
    QCOMPARE(streams, std::vector<std::uint32_t>({0, 2, 4}));
    QCOMPARE(bench.endpoint.incarnation(), 3U);
}

// 3.4.1: "ISN = M + F(localip, localport, remoteip, remoteport, secretkey) where M is the 4 microsecond timer"
void TestCalls::initialSequenceNumbersFollowTheClockAndASecret()
{
    const auto issAt = [](Time now, std::uint64_t secret) {
        EndpointConfig config;
        config.secret = secret;
        Bench bench(config);
        bench.now = now;
        bench.call(OpenActive{});
        return bench.segments().front().seq;
    };
    QCOMPARE(issAt(0us, 7), issAt(3us, 7));
    QCOMPARE(issAt(4us, 7) - issAt(0us, 7), 1U);
    QCOMPARE(issAt(1s, 7) - issAt(0us, 7), 250000U);
    QVERIFY(issAt(0us, 8) != issAt(0us, 7));
    QVERIFY(issAt(0us, 8) - issAt(0us, 7) != 1U);
}

QTEST_APPLESS_MAIN(TestCalls)
#include "tst_calls.moc"
