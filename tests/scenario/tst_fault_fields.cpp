// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a scenario file says about all that goes wrong: everything.finwait has each field, and is broken in one place
// after the other.
#include "scenario/scenario_reader.h"

#include "core/profile_sources.h"
#include "scenario/marked_file.h"

#include <QFile>
#include <QTest>

using namespace finwait;

namespace {

QByteArray everything()
{
    QFile file(QStringLiteral(FINWAIT_EVERYTHING));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Scenario read()
{
    const QByteArray text = everything();
    const auto scenario = readScenario(std::string_view{text.constData(), static_cast<std::size_t>(text.size())});
    if (!scenario)
        qFatal("%s", describe(scenario.error()).c_str());
    return *scenario;
}

void row(const char* name, const char* good, const char* broken, const char* what, const char* expected)
{
    QTest::newRow(name) << QByteArray(good) << QByteArray(broken) << QByteArray(what) << QByteArray(expected);
}

void addNetworkRows()
{
    row("manual is a number", R"("manual": true)", R"("manual": ^1)", "this is a number", "true or false");
    row("fault is a text", R"({"action": "duplicate"})", R"(^"duplicate")", "this is a text", "an object");
    row("enabled is a text", R"("enabled": false)", R"("enabled": ^"no")", "this is a text", "true or false");
    row("from nobody", R"("from": "server")", R"("from": ^"both")", R"("both" is not a side)", "one of client, server");
    row("unknown segment", R"("syn-ack")", R"(^"synack")", R"("synack" is not a kind of segment)",
        "one of any, syn, syn-ack, fin, ack, data, rst");
    row("segment is a list", R"("syn-ack")", R"(^["syn"])", "this is a list", "one of any, syn");
    row("with one flag, not a list", R"(["URG"])", R"(^"URG")", "this is a text", "a list of flags");
    row("without an unknown flag", R"(["URG"])", R"(["URG", ^"ECE"])", R"("ECE" is not a flag)",
        "one of SYN, ACK, FIN, RST, PSH, URG");
    row("flag is a number", R"(["URG"])", "[^1]", "this is a number", "one of SYN, ACK");
    row("not before the start", "1.5,", "^-1.5,", R"("-1.5" is not possible here)", "milliseconds from 0 to");
    row("since is a state", R"({"side": "client", "state": "FIN_WAIT_1"})", R"(^"FIN_WAIT_1")", "this is a text",
        "an object");
    row("since an unknown state", "\"FIN_WAIT_1\"", "^\"FIN_WAIT_3\"", R"("FIN_WAIT_3" is not a state)",
        "one of CLOSED, LISTEN");
    row("since with more", R"("state": "FIN_WAIT_1")", R"("state": "FIN_WAIT_1", ^"after_ms": 1)",
        R"(unknown field "after_ms")", "one of side, state");
    row("first before the first", R"("first": 2)", R"("first": ^0)", R"("0" is not possible here)",
        "a whole number from 1 to 4294967295");
    row("every none", R"("every": 3)", R"("every": ^0)", R"("0" is not possible here)", "a whole number from 1 to");
    row("times none", R"("times": 4)", R"("times": ^0)", R"("0" is not possible here)", "a whole number from 1 to");
    row("times as null", R"("times": 4)", R"("times": ^null)", "this is null", "a whole number from 1 to 4294967295");
    row("times too many", R"("times": 4)", R"("times": ^4294967296)", "is not possible here", "from 1 to 4294967295");
    row("more than certain", "99.9", "^100.1", R"("100.1" is not possible here)", "a percentage from 0 to 100");
    row("less than never", "99.9", "^-0.1", R"("-0.1" is not possible here)", "a percentage from 0 to 100");
    row("chance too fine", "99.9", "^99.99", R"("99.99" is not possible here)", "at most one digit after the point");
    row("chance as a text", "99.9", R"(^"often")", "this is a text", "a percentage");
    row("action missing", R"({"action": "duplicate"})", "^{}", "a field is missing", R"("action")");
    row("unknown action", R"("corrupt")", R"(^"explode")", R"("explode" is not an action)",
        "one of drop, delay, duplicate, reorder, corrupt");
    row("unknown field of a fault", R"("enabled")", R"(^"enable")", R"(unknown field "enable")",
        "one of enabled, from, segment, with, without, not_before_ms, since, first, every, times, percent, action");
    row("delay by nothing said", R"({"action": "delay", "by_ms": 200.125})", R"(^{"action": "delay"})",
        "a field is missing", R"("by_ms")");
    row("delay negative", "200.125", "^-1", "is not possible here", "milliseconds from 0");
    row("copies of a delay", R"("by_ms": 200.125)", R"("by_ms": 1, ^"copies": 1)", R"(unknown field "copies")",
        "by_ms");
    row("no copies", R"("copies": 19)", R"("copies": ^0)", R"("0" is not possible here)", "from 1 to 20");
    row("too many copies", R"("copies": 19)", R"("copies": ^21)", R"("21" is not possible here)", "from 1 to 20");
    row("gap too fine", R"("gap_ms": 0.5)", R"("gap_ms": ^0.0005)", "is not possible here", "at most three digits");
    row("behind nobody", R"("behind": 5)", R"("behind": ^0)", R"("0" is not possible here)", "from 1 to 4294967295");
    row("patience as a text", R"("patience_ms": 600)", R"("patience_ms": ^"long")", "this is a text", "milliseconds");
}

void addClockworkRows()
{
    row("clockwork of a third side", R"("server": {}
    },
    "seed")",
        R"(^"sever": {}
    },
    "seed")",
        R"(unknown field "sever")", "one of client, server");
    row("clockwork of a side is a number", R"("server": {}
    },
    "seed")",
        R"("server": ^1
    },
    "seed")",
        "this is a number", "an object");
    row("unknown clock", R"("msl_ms")", R"(^"msl")", R"(unknown field "msl")", "one of initial_rto_ms, min_rto_ms");
    row("clock too slow", R"("clock_permille": 500)", R"("clock_permille": ^0)", "is not possible", "from 1 to 100000");
    row("clock too fast", R"("clock_permille": 500)", R"("clock_permille": ^100001)", "is not possible", "1 to 100000");
    row("RTO of nothing", R"("initial_rto_ms": 101)", R"("initial_rto_ms": ^0.999)", "is not possible",
        "milliseconds from 1 to 86400000");
    row("RTO of more than a day", R"("max_rto_ms": 103)", R"("max_rto_ms": ^86400000.001)", "is not possible",
        "milliseconds from 1 to 86400000");
    row("floor of the RTO above its ceiling", R"("min_rto_ms": 102)", R"("min_rto_ms": ^103.5)", "above its ceiling",
        "at most the ceiling, 103");
    row("delayed ACK negative", R"("delayed_ack_ms": 109)", R"("delayed_ack_ms": ^-1)", "is not possible",
        "milliseconds from 0 to 86400000");
    row("too many retries", R"("syn_retries": 104)", R"("syn_retries": ^256)", "is not possible",
        "a whole number from 0 to 255");
    row("no probes", R"("keep_alive_probes": 114)", R"("keep_alive_probes": ^0)", "is not possible",
        "a whole number from 1 to 255");
    row("half a retry", R"("data_retries": 106)", R"("data_retries": ^1.5)", "is not possible", "a whole number");
    row("user timeout as null", R"("user_timeout_ms": 110)", R"("user_timeout_ms": ^null)", "this is null",
        "milliseconds");
}

void addPlanRows()
{
    row("nothing planned", R"({"side": "server", "host": "crash", "at_ms": 600})",
        R"(^{"side": "server", "at_ms": 600})", "a field is missing", R"("call", "host" or "inject")");
    row("two things at once", R"("host": "crash")", R"("call": "abort", ^"host": "crash")", R"(unknown field "host")",
        "one of side, call, at_ms, when");
    row("a crash with octets", R"("host": "crash")", R"("host": "crash", ^"octets": 1)", R"(unknown field "octets")",
        "one of side, host, at_ms, when");
    row("unknown event", R"("crash")", R"(^"explode")", R"("explode" is not something that happens to a host)",
        "one of crash, restart, fall-silent, speak-again");
    row("event is an object", R"("crash")", "^{}", "this is an object", "one of crash");
    row("a crash never", R"({"side": "server", "host": "crash", "at_ms": 600})",
        R"(^{"side": "server", "host": "crash"})", "a field is missing", R"("at_ms" or "when")");
    row("a crash of nobody", R"({"side": "server", "host": "crash")", R"(^{"host": "crash")", "a field is missing",
        R"("side")");
    row("inject a name", R"({"flags": ["RST"]})", R"(^"RST")", "this is a text", "an object");
    row("inject without flags", R"({"flags": ["RST"]})", R"(^{"seq": 1})", "a field is missing", R"("flags")");
    row("inject an unknown flag", R"({"flags": ["RST"]})", R"({"flags": [^"rst"]})", R"("rst" is not a flag)",
        "one of SYN, ACK");
    row("inject more", R"("window": 20)", R"("window": 20, ^"mss": 1)", R"(unknown field "mss")",
        "one of flags, seq, ack, octets, window");
    row("seq too small", "-17", "^-4294967296", "is not possible here", "from -4294967295 to 4294967295");
    row("seq too large", "-17", "^4294967296", "is not possible here", "from -4294967295 to 4294967295");
    row("seq fractional", "-17", "^1.5", "is not possible here", "a whole number");
    row("ack is a text", R"("ack": 18)", R"("ack": ^"18")", "this is a text", "a whole number");
    row("more octets than a datagram", R"("octets": 19)", R"("octets": ^65496)", "is not possible", "from 0 to 65495");
    row("octets negative", R"("octets": 19)", R"("octets": ^-1)", "is not possible here", "from 0 to 65495");
    row("window too large", R"("window": 20)", R"("window": ^65536)", "is not possible here", "from 0 to 65535");
}

void addPathRows()
{
    row("expected with an unknown profile", R"("linux": {"client": ["CLOSED")", R"(^"windows": {"client": ["CLOSED")",
        R"(unknown field "windows")", "one of rfc9293, linux, freebsd");
    row("expected with a path", R"({"server": ["TIME_WAIT"]})", R"(^["TIME_WAIT"])", "this is a list", "an object");
    row("expected with an unknown state", "\"TIME_WAIT\"", "^\"TIMEWAIT\"", R"("TIMEWAIT" is not a state)",
        "one of CLOSED");
    row("expected with a third side", R"({"server": ["TIME_WAIT"]})", R"({^"both": ["TIME_WAIT"]})",
        R"(unknown field "both")", "one of client, server");
}

} // namespace

class FaultFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void theNetworkIsRead();
    void theFaultsAreRead();
    void theClockworkIsRead();
    void theDeedsAreRead();
    void thePathsOfOtherProfilesAreRead();
    void anotherKindOfValue_data();
    void anotherKindOfValue();
    void brokenField_data();
    void brokenField();
};

void FaultFieldsTest::theNetworkIsRead()
{
    const Scenario scenario = read();
    QVERIFY(scenario.network.manual);
    QVERIFY((scenario.network.delay == PerSide<Duration>{12500us, 1us}));
}

void FaultFieldsTest::theFaultsAreRead()
{
    const Flags all{.syn = true, .ack = true, .fin = true, .rst = true, .psh = true, .urg = true};
    const SegmentMatch match{.from = Side::Server,
                             .kind = SegmentKind::SynAck,
                             .with = all,
                             .without = {.urg = true},
                             .notBefore = 1500us,
                             .since = StateEntered{Side::Client, State::FinWait1},
                             .first = 2,
                             .every = 3,
                             .times = 4,
                             .permille = 999};
    const std::vector<FaultRule> expected = {
        {false, match, fault::Drop{}},
        {true, {}, fault::Delay{200125us}},
        {true, {}, fault::Duplicate{19, 500us}},
        {true, {}, fault::Duplicate{1, 20ms}},
        {true, {}, fault::Reorder{5, 600ms}},
        {true, {}, fault::Reorder{1, 1s}},
        {true, {.kind = SegmentKind::PureAck, .permille = 0}, fault::Corrupt{}},
    };
    const std::vector<FaultRule> found = read().network.rules;
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(found[i] == expected[i], qPrintable(QString::number(i)));
}

void FaultFieldsTest::theClockworkIsRead()
{
    const Scenario scenario = read();
    std::int64_t number = 100;
    for (const ClockField field : allClockFields) {
        const std::int64_t unit = rangeOf(field).isDuration ? Duration(1ms).count() : 1;
        QCOMPARE(valueOf(scenario.clockwork.client, field).value_or(-1), ++number * unit);
    }
    QCOMPARE(scenario.clockwork.client.clockPermille, 500U);
    QVERIFY(scenario.clockwork.server == Clockwork{});
}

void FaultFieldsTest::theDeedsAreRead()
{
    const std::vector<PlannedDeed> expected = {
        {Side::Server, HostEvent::Crash, std::nullopt, 600ms},
        {Side::Server, HostEvent::Restart, std::nullopt, 601ms},
        {Side::Server, HostEvent::FallSilent, std::nullopt, 602ms},
        {Side::Server, HostEvent::SpeakAgain, StateEntered{Side::Client, State::Listen}, 0ms},
        {Side::Client, Injection{.flags = {.rst = true}}, std::nullopt, 700ms},
        {Side::Client, Injection{.seq = -17, .ack = 18, .octets = 19, .window = 20}, std::nullopt, 701ms},
    };
    const std::vector<PlannedDeed> plan = read().plan;
    constexpr std::size_t calls = 7;
    QCOMPARE(plan.size(), calls + expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(plan[calls + i] == expected[i], qPrintable(QString::number(i)));
}

void FaultFieldsTest::thePathsOfOtherProfilesAreRead()
{
    const std::map<std::string, PerSide<Path>> expected = {{"linux", {{State::Closed, State::Listen}, {}}},
                                                           {"rfc9293", {{}, {State::TimeWait}}}};
    QVERIFY(read().expectedWith == expected);
}

void FaultFieldsTest::anotherKindOfValue_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("expected");
    const auto field = [](const char* text, const char* what, const char* expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(what) << QByteArray(expected);
    };
    field(R"("network": ^[])", "this is a list", "an object");
    field(R"("network": {"delay_ms": {}, "faults": ^{}})", "this is an object", "a list of faults");
    field(R"("clockwork": ^1)", "this is a number", "an object");
    field(R"("expected_with": ^[])", "this is a list", "an object");
}

/// The same as brokenField, in a file that has nothing else.
void FaultFieldsTest::anotherKindOfValue()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, expected);

    const QByteArray smallest =
        R"({"finwait": 1, "name": "n", "title": {"en": "t"}, "description": {"en": "d"}, "plan": []})";
    const QByteArray plan = "\"plan\": []";
    QCOMPARE(complaintAbout(smallest, plan, plan + ", " + field, what, expected), QByteArray());
}

void FaultFieldsTest::brokenField_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("expected");
    addNetworkRows();
    addClockworkRows();
    addPlanRows();
    addPathRows();
}

void FaultFieldsTest::brokenField()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, broken);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, expected);

    QCOMPARE(complaintAbout(everything(), good, broken, what, expected), QByteArray());
}

QTEST_APPLESS_MAIN(FaultFieldsTest)
#include "tst_fault_fields.moc"
