// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a script says of a trace, line by line, and where it has to end.
#include "script/script_writer.h"

#include "scenario/scenario.h"
#include "script/host_system.h"
#include "script/packet_line.h"
#include "script/profile_commands.h"
#include "script/script_reader.h"
#include "script/script_run.h"

#include <QTest>

using namespace finwait;

namespace {

/// A server that listens and a client that opens, with this besides; each planned deed at its time.
Scenario lab(const std::vector<PlannedDeed>& deeds, const std::string& profile = "rfc9293")
{
    Scenario scenario;
    scenario.name = "lab";
    scenario.title = {{{"en", "A lab"}}};
    scenario.profile = {profile, profile};
    scenario.plan = {{Side::Server, OpenPassive{}, {}, 0ms}, {Side::Client, OpenActive{}, {}, 10ms}};
    scenario.plan.insert(scenario.plan.end(), deeds.begin(), deeds.end());
    return scenario;
}

/// Opened, text both ways, closed by the client and then by the server.
Scenario wholeLife(const std::string& profile)
{
    return lab({{Side::Client, Send{120}, {}, 110ms},
                {Side::Server, Send{380}, {}, 180ms},
                {Side::Client, Close{}, {}, 270ms},
                {Side::Server, Close{}, {}, 360ms}},
               profile);
}

WrittenScript written(const Scenario& scenario, Side side)
{
    const SimulatorConfig config = simulatorConfig(scenario);
    return packetdrillScript(runScenario(scenario).trace, side,
                             {.program = "Finwait",
                              .title = scenario.title.in("en"),
                              .endpoint = config.endpoints[side],
                              .clockwork = config.clockwork[side]});
}

QByteArray textOf(const Scenario& scenario, Side side)
{
    return QByteArray::fromStdString(written(scenario, side).text);
}

QByteArray withoutComments(const QByteArray& text)
{
    QByteArray plain;
    for (const QByteArray& line : text.split('\n')) {
        const QByteArray said = line.left(line.indexOf("//") < 0 ? line.size() : line.indexOf("//")).trimmed();
        if (!said.isEmpty())
            plain += said.simplified() + '\n';
    }
    return plain;
}

/// The lines without times, from the one that begins with `from` on.
QByteArrayList actionsFrom(const Scenario& scenario, Side side, const QByteArray& from)
{
    QByteArrayList actions;
    for (const QByteArray& line : withoutComments(textOf(scenario, side)).split('\n')) {
        const QByteArray action = line.mid(line.indexOf(' ') + 1);
        if (!actions.isEmpty() || action.startsWith(from))
            actions << action;
    }
    actions.removeAll(QByteArray());
    return actions;
}

/// "pass" or what is wrong.
QByteArray played(const Scenario& scenario, Side side, bool strict = true)
{
    const auto script = readScript(written(scenario, side).text);
    if (!script)
        return "line " + QByteArray::number(qulonglong(script.error().line)) + " cannot be read";
    const ScriptVerdict verdict = runScript(*script, {*findProfile(scenario.profile[side]), strict}).verdict;
    if (verdict.outcome == ScriptOutcome::Passed)
        return "pass";
    return "line " + QByteArray::number(qulonglong(verdict.line)) + ": expected "
           + QByteArray::fromStdString(verdict.expected.inEnglish()) + ", got "
           + QByteArray::fromStdString(verdict.got.inEnglish());
}

Scenario withClockwork(Scenario scenario, const Clockwork& clockwork)
{
    scenario.clockwork = {clockwork, clockwork};
    return scenario;
}

FaultRule onFirstData(const FaultAction& action)
{
    FaultRule rule;
    rule.match.from = Side::Client;
    rule.match.kind = SegmentKind::Data;
    rule.match.times = 1;
    rule.action = action;
    return rule;
}

} // namespace

class ScriptWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void aWholeLife_ofTheServer();
    void aWholeLife_ofTheClient();
    void optionsAreThoseOfTheSystem_data();
    void optionsAreThoseOfTheSystem();
    void statesAreThoseOfTheSystem();
    void optionsArePadded_data();
    void optionsArePadded();
    void urgentPointerIsWritten();
    void callsAreThoseOfSockets_data();
    void callsAreThoseOfSockets();
    void whatIsReadWaitsForIt();
    void textWithTheHandshakeIsReadAfterAccept();
    void receivesAreReads();
    void whatIsLostIsAComment();
    void whatIsDamagedIsAComment();
    void copiesAndForgeriesAreMarked();
    void numbersOfStrangersKeepTheirDistance();
    void aSecondConnectionCountsFromZero();
    void timeWaitLeftForANewConnection();
    void timeWaitThatIsGoneBackTo();
    void aCrashIsADrop();
    void aTimeWaitCutByHandIsADrop();
    void errorsAreAskedFor_data();
    void errorsAreAskedFor();
    void nobodyListens();
    void socketsHaveWhatTheEndpointHas();
    void clockworkBecomesSysctls_data();
    void clockworkBecomesSysctls();
    void linuxHasSysctlsOfItsOwn();
    void settingsOfATraceAreSetAgain();
    void endsWhereAStateIsFound();
    void limits_data();
    void limits();
    void limitsOfHands();
    void aTraceWithoutEndIsCut();
    void theTitleIsOneLine();
};

void ScriptWriterTest::aWholeLife_ofTheServer()
{
    const QByteArray expected = "// The server's end of a TCP connection, written by Finwait.\n"
                                "// A lab\n"
                                "// Its stack has the habits of the profile rfc9293:\n"
                                "//     finwait script --profile rfc9293 FILE\n"
                                "\n"
                                "// 0 s: CLOSED -> LISTEN\n"
                                "0         socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                                "+0        setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0\n"
                                "+0        bind(3, ..., ...) = 0\n"
                                "+0        listen(3, 1) = 0\n"
                                "+0        %{ assert tcpi_state == TCPI_LISTEN }%\n"
                                "\n"
                                "// 0.05 s: LISTEN -> SYN_RECEIVED\n"
                                "+0.05     < S 0:0(0) win 65535 <mss 1460>\n"
                                "+0        > S. 0:0(0) ack 1 win 65535 <mss 1460>\n"
                                "\n"
                                "// 0.13 s: SYN_RECEIVED -> ESTABLISHED\n"
                                "+0.08     < . 1:1(0) ack 1 win 65535\n"
                                "+0        accept(3, ..., ...) = 4\n"
                                "+0        %{ assert tcpi_state == TCPI_ESTABLISHED }%\n"
                                "+0.02...0.02 read(4, ..., 120) = 120\n"
                                "+0        < P. 1:121(120) ack 1 win 65535\n"
                                "+0.03     write(4, ..., 380) = 380\n"
                                "+0        > P. 1:381(380) ack 121 win 65415\n"
                                "\n"
                                "// 0.31 s: ESTABLISHED -> CLOSE_WAIT\n"
                                "+0.13     < F. 121:121(0) ack 381 win 65155\n"
                                "+0        > . 381:381(0) ack 122 win 65414\n"
                                "+0        %{ assert tcpi_state == TCPI_CLOSE_WAIT }%\n"
                                "\n"
                                "// 0.36 s: CLOSE_WAIT -> LAST_ACK\n"
                                "+0.05     shutdown(4, SHUT_WR) = 0\n"
                                "+0        > F. 381:381(0) ack 122 win 65414\n"
                                "+0        %{ assert tcpi_state == TCPI_LAST_ACK }%\n"
                                "\n"
                                "// 0.44 s: LAST_ACK -> CLOSED\n"
                                "+0.08     < . 122:122(0) ack 382 win 65154\n";
    QCOMPARE(textOf(wholeLife("rfc9293"), Side::Server), expected);
    QVERIFY(!written(wholeLife("rfc9293"), Side::Server).end);
    QCOMPARE(played(wholeLife("rfc9293"), Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::aWholeLife_ofTheClient()
{
    const QByteArray expected = "0.01 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                                "+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0\n"
                                "+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)\n"
                                "+0 > S 0:0(0) win 65535 <mss 1460>\n"
                                "+0 %{ assert tcpi_state == TCPI_SYN_SENT }%\n"
                                "+0.08 < S. 0:0(0) ack 1 win 65535 <mss 1460>\n"
                                "+0 > . 1:1(0) ack 1 win 65535\n"
                                "+0 %{ assert tcpi_state == TCPI_ESTABLISHED }%\n"
                                "+0.02 write(3, ..., 120) = 120\n"
                                "+0 > P. 1:121(120) ack 1 win 65535\n"
                                "+0.11 fcntl(3, F_SETFL, O_RDWR) = 0\n"
                                "+0...0 read(3, ..., 380) = 380\n"
                                "+0 < P. 1:381(380) ack 121 win 65415\n"
                                "+0.05 shutdown(3, SHUT_WR) = 0\n"
                                "+0 > F. 121:121(0) ack 381 win 65155\n"
                                "+0 %{ assert tcpi_state == TCPI_FIN_WAIT_1 }%\n"
                                "+0.08 < . 381:381(0) ack 122 win 65414\n"
                                "+0 %{ assert tcpi_state == TCPI_FIN_WAIT_2 }%\n"
                                "+0.05 < F. 381:381(0) ack 122 win 65414\n"
                                "+0 > . 122:122(0) ack 382 win 65154\n";
    const QByteArray text = textOf(wholeLife("rfc9293"), Side::Client);
    QCOMPARE(withoutComments(text), expected);
    QVERIFY(text.endsWith("\n// 240.4 s: TIME_WAIT -> CLOSED\n"));
    QCOMPARE(played(wholeLife("rfc9293"), Side::Client), QByteArray("pass"));
}

void ScriptWriterTest::optionsAreThoseOfTheSystem_data()
{
    QTest::addColumn<QByteArray>("syn");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("rfc9293") << QByteArray(" <mss 1460>") << QByteArray();
    QTest::newRow("linux") << QByteArray(" <mss 1460,sackOK,TS val 11 ecr 0,nop,wscale 7>")
                           << QByteArray(" <nop,nop,TS val 111 ecr 51>");
    QTest::newRow("freebsd") << QByteArray(" <mss 1460,nop,wscale 6,sackOK,TS val 11 ecr 0>")
                             << QByteArray(" <nop,nop,TS val 111 ecr 51>");
}

void ScriptWriterTest::optionsAreThoseOfTheSystem()
{
    QFETCH(const QByteArray, syn);
    QFETCH(const QByteArray, data);
    const Scenario scenario = wholeLife(QTest::currentDataTag());
    const auto optionsOf = [&](const char* segment) {
        const QByteArray line = actionsFrom(scenario, Side::Client, segment).value(0);
        return line.mid(line.indexOf(' ', line.indexOf(" win ") + 5));
    };
    QCOMPARE(optionsOf("> S "), syn);
    if (data.isEmpty())
        QVERIFY(!actionsFrom(scenario, Side::Client, "> P. ").value(0).contains('<'));
    else
        QCOMPARE(optionsOf("> P. "), data);
}

/// As packetdrill's interpreter has them there.
void ScriptWriterTest::statesAreThoseOfTheSystem()
{
    QCOMPARE(assertedName(State::SynReceived, HostSystem::FreeBsd), std::string("TCPI_SYN_RECEIVED"));
    QCOMPARE(assertedName(State::SynReceived, HostSystem::Linux), std::string("TCP_SYN_RECV"));
    QCOMPARE(assertedName(State::FinWait1, HostSystem::Linux), std::string("TCP_FIN_WAIT1"));
    QCOMPARE(assertedName(State::FinWait2, HostSystem::Linux), std::string("TCP_FIN_WAIT2"));
    QCOMPARE(assertedName(State::Closed, HostSystem::Linux), std::string("TCP_CLOSE"));
    QVERIFY(textOf(wholeLife("linux"), Side::Client).contains("tcpi_state == TCP_FIN_WAIT2 }%"));
    QVERIFY(textOf(wholeLife("freebsd"), Side::Client).contains("tcpi_state == TCPI_FIN_WAIT_2 }%"));
}

void ScriptWriterTest::optionsArePadded_data()
{
    QTest::addColumn<Options>("options");
    QTest::addColumn<QByteArray>("onLinux");
    QTest::addColumn<QByteArray>("onFreeBsd");
    const Timestamps stamps{5, 4};
    QTest::newRow("none") << Options{} << QByteArray() << QByteArray();
    QTest::newRow("mss, sack") << Options{1460, {}, true, {}} << QByteArray(" <mss 1460,nop,nop,sackOK>")
                               << QByteArray(" <mss 1460,sackOK,eol,eol>");
    QTest::newRow("mss, scale") << Options{1460, 3, false, {}} << QByteArray(" <mss 1460,nop,wscale 3>")
                                << QByteArray(" <mss 1460,nop,wscale 3>");
    QTest::newRow("mss, scale, sack") << Options{1460, 3, true, {}}
                                      << QByteArray(" <mss 1460,nop,nop,sackOK,nop,wscale 3>")
                                      << QByteArray(" <mss 1460,nop,wscale 3,sackOK,eol,eol>");
    QTest::newRow("mss, stamps") << Options{1460, {}, false, stamps} << QByteArray(" <mss 1460,nop,nop,TS val 5 ecr 4>")
                                 << QByteArray(" <mss 1460,nop,nop,TS val 5 ecr 4>");
    QTest::newRow("stamps") << Options{{}, {}, false, stamps} << QByteArray(" <nop,nop,TS val 5 ecr 4>")
                            << QByteArray(" <nop,nop,TS val 5 ecr 4>");
}

void ScriptWriterTest::optionsArePadded()
{
    QFETCH(const Options, options);
    QFETCH(const QByteArray, onLinux);
    QFETCH(const QByteArray, onFreeBsd);
    ScriptSegment segment;
    segment.flags.ack = true;
    segment.ack = 7;
    segment.window = 9;
    segment.options = options;
    const QByteArray line = "> . 0:0(0) ack 7 win 9";
    QCOMPARE(QByteArray::fromStdString(packetLine(segment, HostSystem::Linux)), line + onLinux);
    QCOMPARE(QByteArray::fromStdString(packetLine(segment, HostSystem::FreeBsd)), line + onFreeBsd);
}

void ScriptWriterTest::urgentPointerIsWritten()
{
    const Scenario scenario = lab({{Side::Client, Send{100, true}, {}, 110ms}});
    const QByteArrayList client = actionsFrom(scenario, Side::Client, "send");
    QCOMPARE(client.value(0), QByteArray("send(3, ..., 100, MSG_OOB) = 100"));
    QCOMPARE(client.value(1), QByteArray("> PU. 1:101(100) ack 1 win 65535 urg 100"));
    QCOMPARE(actionsFrom(scenario, Side::Server, "< PU").value(0),
             QByteArray("< PU. 1:101(100) ack 1 win 65535 urg 100"));
    QCOMPARE(played(scenario, Side::Client), QByteArray("pass"));
}

void ScriptWriterTest::callsAreThoseOfSockets_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArrayList>("calls");
    const auto row = [](const char* name, const QByteArray& from, const QByteArrayList& calls) {
        QTest::newRow(name) << from << calls;
    };
    row("close", "shutdown", {"shutdown(3, SHUT_WR) = 0"});
    row("close for good", "close", {"close(3) = 0"});
    row("close, then for good", "shutdown", {"shutdown(3, SHUT_WR) = 0", "close(3) = 0"});
    row("abort", "setsockopt(3, SOL_SOCKET, SO_LINGER",
        {"setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0", "close(3) = 0"});
    row("in SYN_SENT", "close", {"close(3) = 0"});
    row("in LISTEN", "listen", {"listen(3, 1) = 0", "close(3) = 0"});
}

void ScriptWriterTest::callsAreThoseOfSockets()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArrayList, calls);
    const QHash<QByteArray, std::vector<PlannedDeed>> deeds = {
        {"close", {{Side::Client, Close{}, {}, 200ms}}},
        {"close for good", {{Side::Client, Close{false}, {}, 200ms}}},
        {"close, then for good", {{Side::Client, Close{}, {}, 200ms}, {Side::Client, Close{false}, {}, 400ms}}},
        {"abort", {{Side::Client, Abort{}, {}, 200ms}}},
        {"in SYN_SENT", {{Side::Client, Close{}, {}, 20ms}}},
        {"in LISTEN", {{Side::Server, Close{}, {}, 10ms}}},
    };
    const QByteArray name = QTest::currentDataTag();
    const Side side = name == "in LISTEN" ? Side::Server : Side::Client;
    const Scenario scenario = lab(deeds.value(name));
    QByteArrayList got;
    for (const QByteArray& action : actionsFrom(scenario, side, from)) {
        if (!action.startsWith('<') && !action.startsWith('>') && !action.startsWith('%'))
            got << action;
    }
    QCOMPARE(got, calls);
    QCOMPARE(played(scenario, side), QByteArray("pass"));
}

/// RFC 9293 section 3.9.1: a RECEIVE that waits; of sockets it is a read() that blocks.
void ScriptWriterTest::whatIsReadWaitsForIt()
{
    const QByteArrayList server = actionsFrom(
        lab({{Side::Client, Send{120}, {}, 110ms}, {Side::Client, Send{30}, {}, 400ms}}), Side::Server, "read");
    QCOMPARE(server.value(0), QByteArray("read(4, ..., 120) = 120"));
    QCOMPARE(server.value(1), QByteArray("< P. 1:121(120) ack 1 win 65535"));
    QCOMPARE(server.value(3), QByteArray("read(4, ..., 30) = 30"));
    Scenario unread = lab({{Side::Client, Send{120}, {}, 110ms}});
    unread.reading = {false, false};
    QVERIFY(!textOf(unread, Side::Server).contains("read("));
}

/// Before that there is no descriptor to read from. Much text would not wait for it: see limits().
void ScriptWriterTest::textWithTheHandshakeIsReadAfterAccept()
{
    Scenario scenario = lab({});
    scenario.plan.push_back({Side::Client, Send{20}, StateEntered{Side::Client, State::Established}, 0ms});
    const QByteArrayList server = actionsFrom(scenario, Side::Server, "< P");
    QCOMPARE(server.value(0), QByteArray("< P. 1:21(20) ack 1 win 65535"));
    QCOMPARE(server.value(1), QByteArray("accept(3, ..., ...) = 4"));
    QCOMPARE(server.value(2), QByteArray("read(4, ..., 20) = 20"));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::receivesAreReads()
{
    Scenario scenario = lab({{Side::Client, Send{100}, {}, 110ms},
                             {Side::Server, Receive{250}, {}, 400ms},
                             {Side::Client, Send{60}, {}, 500ms}});
    scenario.reading = {false, false};
    const QByteArrayList server = actionsFrom(scenario, Side::Server, "read");
    QCOMPARE(server.value(0), QByteArray("read(4, ..., 250) = 100"));
    QCOMPARE(server.value(1), QByteArray("read(4, ..., 60) = 60")); // the rest of it waited
    QCOMPARE(server.value(2), QByteArray("< P. 101:161(60) ack 1 win 65535"));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::whatIsLostIsAComment()
{
    Scenario scenario = lab({{Side::Client, Send{120}, {}, 110ms}});
    scenario.network.rules = {onFirstData(fault::Drop{})};
    const QByteArray client = textOf(scenario, Side::Client);
    QVERIFY(client.contains("> P. 1:121(120) ack 1 win 65535 // lost\n"));
    QVERIFY(client.contains("> P. 1:121(120) ack 1 win 65535 // again\n"));
    QVERIFY(!client.contains("on its way here"));
    const QByteArray server = textOf(scenario, Side::Server);
    QVERIFY(server.contains("// 0.13 s: ACK is lost on its way here\n"));
    QCOMPARE(server.count("< P."), 1);
    QVERIFY(server.contains("< P. 1:121(120) ack 1 win 65535 // again\n"));
}

void ScriptWriterTest::whatIsDamagedIsAComment()
{
    Scenario scenario = lab({{Side::Client, Send{120}, {}, 110ms}});
    scenario.network.rules = {onFirstData(fault::Corrupt{})};
    const QByteArray server = textOf(scenario, Side::Server);
    QVERIFY(server.contains("// 0.15 s: ACK arrives damaged\n"));
    QCOMPARE(server.count("< P."), 1);
    QCOMPARE(textOf(scenario, Side::Client).count("> P."), 2);
}

void ScriptWriterTest::copiesAndForgeriesAreMarked()
{
    Scenario scenario = lab({{Side::Client, Send{120}, {}, 110ms},
                             {Side::Client, Injection{.flags = {.rst = true}, .seq = 500}, {}, 500ms}});
    scenario.network.rules = {onFirstData(fault::Duplicate{1, 30ms})};
    const QByteArray server = textOf(scenario, Side::Server);
    QVERIFY(server.contains("< P. 1:121(120) ack 1 win 65535 // a copy\n"));
    QVERIFY(server.contains("< R 500:500(0) win 65535 // forged\n"));
    QVERIFY(server.contains("ack 121 win 65415 // a challenge ACK\n"));
    QVERIFY(!textOf(scenario, Side::Client).contains("500:500")); // in its name, and not by it
}

/// What lies before a side's first number wraps, as it does on the wire.
void ScriptWriterTest::numbersOfStrangersKeepTheirDistance()
{
    const Scenario scenario =
        lab({{Side::Client, Injection{.flags = {.ack = true}, .seq = -5, .ack = 300}, {}, 500ms}});
    QCOMPARE(actionsFrom(scenario, Side::Server, "< . 4").value(0),
             QByteArray("< . 4294967291:4294967291(0) ack 300 win 65535"));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
    Scenario stranger = lab({{Side::Client, Injection{.flags = {.syn = true}, .seq = 5000}, {}, 20ms}});
    stranger.plan.erase(stranger.plan.begin() + 1);
    QCOMPARE(actionsFrom(stranger, Side::Server, "< S").value(0), QByteArray("< S 0:0(0) win 65535"));
    QCOMPARE(played(stranger, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::aSecondConnectionCountsFromZero()
{
    const Scenario scenario = lab({{Side::Client, Abort{}, {}, 200ms},
                                   {Side::Server, OpenPassive{}, {}, 300ms},
                                   {Side::Client, OpenActive{}, {}, 400ms},
                                   {Side::Client, Send{10}, {}, 600ms}});
    QCOMPARE(actionsFrom(scenario, Side::Client, "close"),
             QByteArrayList({"close(3) = 0", "> R 1:1(0) win 0", "socket(..., SOCK_STREAM, IPPROTO_TCP) = 3",
                             "fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0",
                             "connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)",
                             "> S 0:0(0) win 65535 <mss 1460>", "%{ assert tcpi_state == TCPI_SYN_SENT }%",
                             "< S. 0:0(0) ack 1 win 65535 <mss 1460>", "> . 1:1(0) ack 1 win 65535",
                             "%{ assert tcpi_state == TCPI_ESTABLISHED }%", "write(3, ..., 10) = 10",
                             "> P. 1:11(10) ack 1 win 65535", "< . 1:1(0) ack 11 win 65525"}));
    const QByteArrayList server = actionsFrom(scenario, Side::Server, "< R");
    QCOMPARE(server.mid(0, 6),
             QByteArrayList({"< R 1:1(0) win 0", "getsockopt(4, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0",
                             "close(4) = 0", "close(3) = 0", "socket(..., SOCK_STREAM, IPPROTO_TCP) = 3",
                             "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0"}));
    QVERIFY(server.contains("< S 0:0(0) win 65535 <mss 1460>"));
    for (const Side side : allSides)
        QCOMPARE(played(scenario, side), QByteArray("pass"));
}

/// RFC 9293 section 3.6.1, MAY-2: the new numbers are beyond the old ones, and the listening socket is still there.
void ScriptWriterTest::timeWaitLeftForANewConnection()
{
    const Scenario scenario = lab({{Side::Server, Close{}, {}, 200ms},
                                   {Side::Client, Close{}, {}, 300ms},
                                   {Side::Client, OpenActive{}, {}, 600ms}},
                                  "linux");
    const QByteArrayList server = actionsFrom(scenario, Side::Server, "close");
    QCOMPARE(server.value(0), QByteArray("close(4) = 0")); // what is in TIME_WAIT
    QVERIFY2(server.value(1).startsWith("< S ") && !server.value(1).startsWith("< S 0:"), server.value(1).constData());
    QVERIFY2(server.value(2).startsWith("> S. 0:0(0) ack "), server.value(2).constData());
    QVERIFY(server.contains("accept(3, ..., ...) = 4"));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
}

/// The SYN was nobody's: what the near end sends from then on is in the old numbers again.
void ScriptWriterTest::timeWaitThatIsGoneBackTo()
{
    Scenario scenario = lab({{Side::Server, Close{}, {}, 200ms}, {Side::Client, Close{}, {}, 300ms}}, "linux");
    Injection syn{.flags = {.syn = true}, .seq = 100'000};
    syn.options.timestamps = Timestamps{5000, 0};
    Injection fin{.flags = {.ack = true, .fin = true}, .seq = 1, .ack = 2};
    fin.options.timestamps = Timestamps{5001, 0};
    scenario.plan.push_back({Side::Client, syn, {}, 600ms});
    scenario.plan.push_back({Side::Client, fin, {}, 900ms});
    const QByteArrayList server = actionsFrom(scenario, Side::Server, "close");
    QVERIFY2(server.value(1).startsWith("< S 100000:100000(0)"), server.value(1).constData());
    QVERIFY2(server.value(2).startsWith("> S. 0:0(0) ack 100001"), server.value(2).constData());
    QVERIFY2(server.value(3).startsWith("< R 100001:100001(0)"), server.value(3).constData());
    QVERIFY2(server.value(5).startsWith("> . 2:2(0) ack 2 "), server.value(5).constData());
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::aCrashIsADrop()
{
    const Scenario scenario = lab({{Side::Server, HostEvent::Crash, {}, 300ms},
                                   {Side::Server, HostEvent::Restart, {}, 400ms},
                                   {Side::Client, Send{10}, {}, 500ms}});
    QCOMPARE(actionsFrom(scenario, Side::Server, "`"),
             QByteArrayList({"`tcpdrop -a`", "close(4) = 0", "close(3) = 0", "< P. 1:11(10) ack 1 win 65535",
                             "> R 1:1(0) win 0"}));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
    const Scenario again = lab({{Side::Server, HostEvent::Crash, {}, 300ms},
                                {Side::Server, HostEvent::Restart, {}, 400ms},
                                {Side::Client, Abort{}, {}, 410ms},
                                {Side::Client, OpenActive{}, {}, 500ms}});
    QVERIFY(actionsFrom(again, Side::Server, "`").contains("> R. 0:0(0) ack 1 win 0"));
    QCOMPARE(played(again, Side::Server), QByteArray("pass"));
    const Scenario listening = lab({{Side::Server, HostEvent::Crash, {}, 20ms}}); // closing is enough
    QVERIFY(!textOf(listening, Side::Server).contains('`'));
}

void ScriptWriterTest::aTimeWaitCutByHandIsADrop()
{
    Scenario scenario = wholeLife("rfc9293");
    const Trace trace = runScenario(scenario, 10s).trace;
    scenario.done = {
        {static_cast<StepIndex>(trace.steps().size()), 10s, command::FireTimer{Side::Client, TimerKind::TimeWait}}};
    const WrittenScript script = written(scenario, Side::Client);
    QVERIFY(!script.end);
    QVERIFY(QByteArray::fromStdString(script.text).contains("`tcpdrop -s TIME_WAIT`\n"));
}

void ScriptWriterTest::errorsAreAskedFor_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("refused") << QByteArray("ECONNREFUSED");
    QTest::newRow("reset") << QByteArray("ECONNRESET");
    QTest::newRow("no answer") << QByteArray("ETIMEDOUT");
}

void ScriptWriterTest::errorsAreAskedFor()
{
    QFETCH(const QByteArray, error);
    const QByteArray name = QTest::currentDataTag();
    Scenario scenario = lab({{Side::Server, Abort{}, {}, 300ms}});
    if (name == "refused")
        scenario.plan.erase(scenario.plan.begin());
    else if (name == "no answer")
        scenario.plan = {{Side::Server, HostEvent::Crash, {}, 0ms}, {Side::Client, OpenActive{}, {}, 10ms}};
    const QByteArrayList actions = actionsFrom(scenario, Side::Client, "getsockopt");
    QCOMPARE(actions.value(0), "getsockopt(3, SOL_SOCKET, SO_ERROR, [" + error + "], [4]) = 0");
    QCOMPARE(played(scenario, Side::Client), QByteArray("pass"));
    if (name == "no answer") // a timer of a real system is not that exact
        QVERIFY(textOf(scenario, Side::Client).contains("+60.01    getsockopt"));
    // Systems do not agree on this one.
    const Scenario closing = lab({{Side::Server, Close{}, {}, 300ms}, {Side::Server, Abort{}, {}, 400ms}});
    QVERIFY(!textOf(closing, Side::Client).contains("SO_ERROR"));
}

/// packetdrill wants a socket that has the address.
void ScriptWriterTest::nobodyListens()
{
    Scenario scenario = lab({});
    scenario.plan.erase(scenario.plan.begin());
    QCOMPARE(actionsFrom(scenario, Side::Server, "socket"),
             QByteArrayList({"socket(..., SOCK_STREAM, IPPROTO_TCP) = 3",
                             "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0", "bind(3, ..., ...) = 0",
                             "< S 0:0(0) win 65535 <mss 1460>", "> R. 0:0(0) ack 1 win 0"}));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
    Scenario closed = wholeLife("rfc9293"); // nor after a connection that is over: an endpoint accepts one
    closed.clockwork.client.msl = 1ms;
    closed.plan.push_back({Side::Client, OpenActive{}, {}, 600ms});
    QCOMPARE(
        actionsFrom(closed, Side::Server, "close"),
        QByteArrayList({"close(4) = 0", "close(3) = 0", "< S 0:0(0) win 65535 <mss 1460>", "> R. 0:0(0) ack 1 win 0"}));
    QCOMPARE(played(closed, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::socketsHaveWhatTheEndpointHas()
{
    Scenario scenario = lab({});
    scenario.keepAlive = {true, false};
    scenario.receiveBuffer = {std::nullopt, 5000};
    const QByteArray client = textOf(scenario, Side::Client);
    QVERIFY(client.contains("setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, [1], 4) = 0\n"));
    QVERIFY(!client.contains("SO_RCVBUF"));
    const QByteArray server = textOf(scenario, Side::Server);
    QVERIFY(server.contains("setsockopt(3, SOL_SOCKET, SO_RCVBUF, [5000], 4) = 0\n"));
    QVERIFY(!server.contains("SO_KEEPALIVE"));
    QCOMPARE(played(scenario, Side::Server), QByteArray("pass"));
}

void ScriptWriterTest::clockworkBecomesSysctls_data()
{
    QTest::addColumn<QByteArray>("command"); // empty: it cannot be said
    for (const char* command :
         {"net.inet.tcp.rexmit_initial=300", "net.inet.tcp.rexmit_min=301", "net.ipv4.tcp_syn_retries=2",
          "net.ipv4.tcp_synack_retries=3", "net.ipv4.tcp_retries2=4", "net.inet.tcp.keepinit=5000",
          "net.inet.tcp.msl=1", "net.inet.tcp.delacktime=0", "net.inet.tcp.finwait2_timeout=6000",
          "net.inet.tcp.keepidle=7000", "net.inet.tcp.keepintvl=800", "net.inet.tcp.keepcnt=9"})
        QTest::newRow(command) << "`sysctl -w " + QByteArray(command) + "`";
    for (const char* what : {"longest RTO", "less than a millisecond", "a fast clock"})
        QTest::newRow(what) << QByteArray();
    QTest::newRow("a user timeout") << QByteArray("no command");
}

void ScriptWriterTest::clockworkBecomesSysctls()
{
    QFETCH(const QByteArray, command);
    const QHash<QByteArray, Clockwork> clockworks = {
        {"net.inet.tcp.rexmit_initial=300", {.initialRto = 300ms}},
        {"net.inet.tcp.rexmit_min=301", {.minRto = 301ms}},
        {"net.ipv4.tcp_syn_retries=2", {.synRetries = 2}},
        {"net.ipv4.tcp_synack_retries=3", {.synAckRetries = 3}},
        {"net.ipv4.tcp_retries2=4", {.dataRetries = 4}},
        {"net.inet.tcp.keepinit=5000", {.establishmentTimeout = 5s}},
        {"net.inet.tcp.msl=1", {.msl = 1ms}},
        {"net.inet.tcp.delacktime=0", {.delayedAck = 0ms}},
        {"net.inet.tcp.finwait2_timeout=6000", {.finWait2Timeout = 6s}},
        {"net.inet.tcp.keepidle=7000", {.keepAliveIdle = 7s}},
        {"net.inet.tcp.keepintvl=800", {.keepAliveInterval = 800ms}},
        {"net.inet.tcp.keepcnt=9", {.keepAliveProbes = 9}},
        {"longest RTO", {.maxRto = 5s}},
        {"less than a millisecond", {.msl = 1500us}},
        {"a fast clock", {.clockPermille = 1001}},
        {"a user timeout", {.userTimeout = 5s}},
    };
    // Keep-alives are counted 9 in this profile, too.
    const std::string profile = QByteArray(QTest::currentDataTag()).contains("keepcnt") ? "freebsd" : "rfc9293";
    const Clockwork clockwork = clockworks.value(QTest::currentDataTag());
    const Scenario scenario = withClockwork(wholeLife(profile), clockwork);
    const WrittenScript script = written(scenario, Side::Client);
    if (command.isEmpty()) {
        QVERIFY(script.text.empty());
        QVERIFY(script.end);
        QCOMPARE(script.end->why,
                 clockwork.clockPermille == rightClock ? ScriptLimit::SettingUnknown : ScriptLimit::ClockSpeed);
        return;
    }
    QVERIFY(!script.end);
    QCOMPARE(QByteArray::fromStdString(script.text).count('`'), command.startsWith('`') ? 2 : 0);
    if (command.startsWith('`'))
        QCOMPARE(actionsFrom(scenario, Side::Client, "`").constFirst(), command);
    QCOMPARE(played(scenario, Side::Client), QByteArray("pass"));
}

void ScriptWriterTest::linuxHasSysctlsOfItsOwn()
{
    const Clockwork clockwork{.synRetries = 2, .dataRetries = 4, .finWait2Timeout = 6s};
    const Scenario scenario = withClockwork(wholeLife("linux"), clockwork);
    QCOMPARE(actionsFrom(scenario, Side::Client, "`").mid(0, 5),
             QByteArrayList({"`sysctl -w net.ipv4.tcp_syn_retries=2`", "`sysctl -w net.ipv4.tcp_syn_linear_timeouts=0`",
                             "`sysctl -w net.ipv4.tcp_retries2=4`", "`sysctl -w net.ipv4.tcp_orphan_retries=4`",
                             "`sysctl -w net.ipv4.tcp_fin_timeout=6`"}));
    QCOMPARE(played(scenario, Side::Client, false), QByteArray("pass"));
    // Of FIN_WAIT_2 it has whole seconds; no retry of an orphan is 8 there.
    const Scenario exact = withClockwork(wholeLife("linux"), {.finWait2Timeout = 6500ms});
    QCOMPARE(actionsFrom(exact, Side::Client, "`").value(0),
             QByteArray("`sysctl -w net.inet.tcp.finwait2_timeout=6500`"));
    QCOMPARE(written(withClockwork(wholeLife("linux"), {.dataRetries = 0}), Side::Client).end->why,
             ScriptLimit::SettingUnknown);
}

/// A script that has been played is a trace, too, with its sysctls and the options of its sockets.
void ScriptWriterTest::settingsOfATraceAreSetAgain()
{
    const auto script = readScript("0 `sysctl -w net.inet.tcp.msl=100`\n"
                                   "+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                                   "+0 setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0\n"
                                   "+0 setsockopt(3, SOL_SOCKET, SO_SNDBUF, [5000], 4) = 0\n"
                                   "+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n"
                                   "+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)\n"
                                   "+0 > S 0:0(0)\n"
                                   "+.1 < S. 0:0(0) ack 1 win 32767 <mss 1460>\n"
                                   "+0 > . 1:1(0) ack 1\n"
                                   "+0 getsockopt(3, SOL_SOCKET, SO_RCVBUF, [7000], [4]) = 0\n"
                                   "+.1 write(3, ..., 1000) = 1000\n"
                                   "+0 > P. 1:1001(1000) ack 1 win 7000\n");
    QVERIFY(script);
    const ScriptRun run = runScript(*script);
    QVERIFY(run.verdict.outcome == ScriptOutcome::Passed);
    EndpointConfig endpoint;
    endpoint.reading = false;
    const WrittenScript again = packetdrillScript(run.trace, run.side, {"Finwait", {}, endpoint, {}});
    QVERIFY(!again.end);
    for (const char* line : {"`sysctl -w net.inet.tcp.msl=100`", "setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0",
                             "setsockopt(3, SOL_SOCKET, SO_SNDBUF, [5000], 4) = 0",
                             "getsockopt(3, SOL_SOCKET, SO_RCVBUF, [7000], [4]) = 0"})
        QVERIFY2(QByteArray::fromStdString(again.text).contains(line), line);
    const auto reread = readScript(again.text);
    QVERIFY(reread);
    QVERIFY(runScript(*reread, {stackProfiles().front(), true}).verdict.outcome == ScriptOutcome::Passed);
    QCOMPARE(packetdrillScript(run.trace, other(run.side), {}).end->why, ScriptLimit::NoEndpoint);
}

/// A script begins in CLOSED; what a capture does not show it cannot say.
void ScriptWriterTest::endsWhereAStateIsFound()
{
    Trace trace;
    trace.append(Record{1s, noRecord, Side::Client, record::CallMade{OpenPassive{}}});
    trace.append(Record{1s, 0, Side::Client, record::Transition{*findRow(State::Closed, Trigger::OpenPassive)}});
    trace.endStep(1s);
    trace.append(Record{2s, noRecord, Side::Client, record::StateFound{State::Established, Certainty::Sure}});
    trace.endStep(2s);
    const WrittenScript script = packetdrillScript(trace, Side::Client, {"Finwait", {}, {}, {}});
    QVERIFY(script.end);
    QCOMPARE(script.end->why, ScriptLimit::StateFound);
    QCOMPARE(script.end->at, Time{2s});
    QVERIFY(QByteArray::fromStdString(script.text).contains("listen(3"));
}

void ScriptWriterTest::limits_data()
{
    QTest::addColumn<ScriptLimit>("why");
    QTest::addColumn<int>("atMilliseconds");
    QTest::newRow("nothing happens") << ScriptLimit::NothingHappens << 0;
    QTest::newRow("answered together") << ScriptLimit::CallBeforeAnswer << 240;
    QTest::newRow("a listener sends") << ScriptLimit::NoSuchCall << 5;
    QTest::newRow("a listener opens") << ScriptLimit::NoSuchCall << 5;
    QTest::newRow("in silence") << ScriptLimit::AfterTimer << 1010;
    QTest::newRow("in silence, a crash") << ScriptLimit::AfterTimer << 1010;
    QTest::newRow("text for a small segment size") << ScriptLimit::TextBeforeAccept << 160;
    QTest::newRow("text that is answered at once") << ScriptLimit::TextBeforeAccept << 130;
    QTest::newRow("much text with the handshake") << ScriptLimit::TextBeforeAccept << 130;
    QTest::newRow("not accepted yet") << ScriptLimit::NotAccepted << 60;
    QTest::newRow("abort after close") << ScriptLimit::NoDescriptor << 260;
    QTest::newRow("opened anew, and nobody listens") << ScriptLimit::NoListener << 500;
    QTest::newRow("user timeout") << ScriptLimit::UserTimeout << 2110;
    QTest::newRow("numbers wrap") << ScriptLimit::NumbersWrap << 540;
}

void ScriptWriterTest::limits()
{
    QFETCH(const ScriptLimit, why);
    QFETCH(const int, atMilliseconds);
    const QByteArray name = QTest::currentDataTag();
    Scenario scenario = lab({});
    const auto plan = [&scenario](const PlannedDeed& deed) { scenario.plan.push_back(deed); };
    Side side = Side::Server;
    if (name == "nothing happens") {
        scenario.plan = {{Side::Client, HostEvent::FallSilent, {}, 0ms}, {Side::Client, OpenActive{}, {}, 10ms}};
    } else if (name == "answered together") {
        plan({Side::Client, Close{}, {}, 200ms});
        plan({Side::Server, Close{}, StateEntered{Side::Server, State::CloseWait}, 0ms});
    } else if (name == "a listener sends") {
        plan({Side::Server, Send{10}, {}, 5ms});
    } else if (name == "a listener opens") {
        plan({Side::Server, OpenActive{}, {}, 5ms});
    } else if (name.startsWith("in silence")) {
        side = Side::Client;
        scenario.clockwork.client = {.synRetries = 0};
        scenario.plan = {{Side::Server, HostEvent::Crash, {}, 0ms}, {Side::Client, OpenActive{}, {}, 10ms}};
        const Deed deed = name == "in silence" ? Deed(OpenActive{}) : Deed(HostEvent::Crash);
        plan({Side::Client, deed, StateEntered{Side::Client, State::Closed}, 0ms});
    } else if (name == "text for a small segment size") {
        scenario.plan[1] = {Side::Client, HostEvent::Crash, {}, 0ms}; // it would reset what it knows nothing of
        plan({Side::Client, Injection{.flags = {.syn = true}, .seq = 5000}, {}, 20ms});
        plan({Side::Client, Injection{.flags = {.ack = true}, .seq = 5001, .ack = 1, .octets = 600}, {}, 120ms});
    } else if (name == "text that is answered at once") {
        scenario.clockwork.server = {.delayedAck = 0ms};
        plan({Side::Client, Send{20}, StateEntered{Side::Client, State::Established}, 0ms});
    } else if (name == "much text with the handshake") {
        plan({Side::Client, Send{1460}, StateEntered{Side::Client, State::Established}, 0ms});
    } else if (name == "not accepted yet") {
        plan({Side::Server, Close{}, {}, 60ms});
    } else if (name == "abort after close") {
        plan({Side::Server, Close{false}, {}, 200ms});
        plan({Side::Server, Abort{}, {}, 260ms});
    } else if (name == "opened anew, and nobody listens") {
        side = Side::Client;
        scenario.profile = {"linux", "linux"};
        plan({Side::Client, Close{}, {}, 200ms});
        plan({Side::Server, Close{}, {}, 300ms});
        plan({Side::Server, OpenActive{}, {}, 460ms});
    } else if (name == "user timeout") {
        side = Side::Client;
        scenario.clockwork.client = {.userTimeout = 2s};
        plan({Side::Server, HostEvent::FallSilent, {}, 100ms});
        plan({Side::Client, Send{10}, {}, 110ms});
    } else if (name == "numbers wrap") {
        plan({Side::Client, Injection{.flags = {.ack = true}, .seq = -5, .ack = 1, .octets = 10}, {}, 500ms});
    }
    const WrittenScript script = written(scenario, side);
    QVERIFY(script.end);
    QCOMPARE(script.end->why, why);
    QCOMPARE(int(script.end->at / 1ms), atMilliseconds);
    const QByteArray reason = QByteArray::fromStdString(description(why).inEnglish());
    QVERIFY(!reason.isEmpty());
    if (name == "nothing happens") {
        QVERIFY(script.text.empty());
        return;
    }
    QVERIFY(QByteArray::fromStdString(script.text).endsWith(": " + reason + ".\n"));
    QCOMPARE(played(scenario, side), QByteArray("pass"));
}

/// What was done by hand while it was played.
void ScriptWriterTest::limitsOfHands()
{
    Scenario scenario = lab({{Side::Client, Send{120}, {}, 110ms}});
    const auto steps = static_cast<StepIndex>(runScenario(scenario, 200ms).trace.steps().size());
    const auto endAfter = [&](const Command& command, Side side) {
        scenario.done = {{steps, 200ms, command}};
        return written(scenario, side).end;
    };
    const command::StretchTimer stretched{Side::Server, TimerKind::DelayedAck, 50ms};
    QCOMPARE(endAfter(stretched, Side::Server)->why, ScriptLimit::TimerTouched);
    QVERIFY(!endAfter(stretched, Side::Client)); // nothing of it is to be seen there
    const command::ChangeClockwork changed{Side::Server, Clockwork{.msl = 1s}};
    QCOMPARE(endAfter(changed, Side::Server)->why, ScriptLimit::ClockworkChanged);
    QVERIFY(!endAfter(changed, Side::Client));
    QVERIFY(!endAfter(command::ChangeNetwork{}, Side::Client));
    const command::ChangeSetting keepAlive{Side::Server, indexOf(*findSetting("SO_KEEPALIVE")), 1};
    QCOMPARE(endAfter(keepAlive, Side::Server)->why, ScriptLimit::SettingChanged);
    const command::ChangeSetting msl{Side::Server, indexOf(*findSetting("net.inet.tcp.msl")), 1000};
    QVERIFY(!endAfter(msl, Side::Server));
}

void ScriptWriterTest::aTraceWithoutEndIsCut()
{
    std::vector<PlannedDeed> deeds;
    for (std::size_t i = 0; i < mostScriptEvents; ++i)
        deeds.push_back({Side::Client, Send{1}, {}, 200ms + 100ms * i});
    const Scenario scenario = lab(deeds);
    const WrittenScript script = written(scenario, Side::Client);
    QVERIFY(script.end);
    QCOMPARE(script.end->why, ScriptLimit::TooLong);
    QCOMPARE(played(scenario, Side::Client), QByteArray("pass"));
}

void ScriptWriterTest::theTitleIsOneLine()
{
    Scenario scenario = lab({});
    scenario.title = {{{"en", "two\nlines, a tab\t and \x7F"}}};
    QVERIFY(textOf(scenario, Side::Client).contains("\n// two lines, a tab  and  \n"));
}

QTEST_APPLESS_MAIN(ScriptWriterTest)
#include "tst_script_writer.moc"
