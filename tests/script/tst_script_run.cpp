// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a script is held against: segments, times, results of calls, states; and what makes it fail or be skipped.
#include "script/near_end.h"
#include "script/script_reader.h"
#include "script/script_run.h"

#include <QTest>

#include <algorithm>

using namespace finwait;

namespace {

const QByteArray opened = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                          "+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0\n"
                          "+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)\n"
                          "+0 > S 0:0(0)\n"
                          "+.1 < S. 0:0(0) ack 1 win 32767 <mss 1460>\n"
                          "+0 > . 1:1(0) ack 1\n";

const QByteArray accepted = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                            "+0 bind(3, ..., ...) = 0\n"
                            "+0 listen(3, 1) = 0\n"
                            "+0 < S 0:0(0) win 32767 <mss 1460>\n"
                            "+0 > S. 0:0(0) ack 1\n"
                            "+.1 < . 1:1(0) ack 1 win 32767\n"
                            "+0 accept(3, ..., ...) = 4\n";

ScriptRun runOf(const QByteArray& text)
{
    const auto script = readScript({text.constData(), std::size_t(text.size())});
    Q_ASSERT(script);
    return runScript(*script);
}

/// "pass", "7: expected ..., got ..." or "skip 7: ..."
QByteArray verdictOn(const QByteArray& text, const char* profile = "rfc9293", bool strict = false)
{
    const auto script = readScript({text.constData(), std::size_t(text.size())});
    if (!script)
        return QByteArray::fromStdString(describe(script.error()));
    const ScriptVerdict verdict = runScript(*script, {*findProfile(profile), strict}).verdict;
    const QByteArray line = QByteArray::number(qulonglong(verdict.line)) + ": ";
    switch (verdict.outcome) {
    case ScriptOutcome::Passed: return "pass";
    case ScriptOutcome::Failed:
        return line + "expected " + QByteArray::fromStdString(verdict.expected.inEnglish()) + ", got "
               + QByteArray::fromStdString(verdict.got.inEnglish());
    case ScriptOutcome::Skipped: return "skip " + line + QByteArray::fromStdString(verdict.got.inEnglish());
    }
    return {};
}

} // namespace

class ScriptRunTest : public QObject
{
    Q_OBJECT

private slots:
    void aWholeLifePasses();
    void segmentsAreCompared_data();
    void segmentsAreCompared();
    void timesAreCompared();
    void windowsAndOptionsOnlyWhenStrict();
    void callsBlockAndReturn();
    void whatIsDoneComesBeforeTheTimersOfItsMoment();
    void aReadThatWaitsIsGivenItsTextBeforeTheAnswer();
    void errorsAreToldOnce();
    void dataIsReadAndWritten();
    void theStatedBufferIsTheWindow();
    void sysctlsSetTheProfile();
    void socketsAreCounted();
    void aListenerThatIsClosedTakesItsChildAlong();
    void timestampsAreOnTheScriptsScale();
    void whatWasDoneGivesTheSameTraceAgain();
    void marksSayHowFarTheTraceHadCome();
    void whoConnectsIsTheClient();
    void whatIsNotPlayedIsSkipped_data();
    void whatIsNotPlayedIsSkipped();
    void whatWouldNotEndIsSkipped();
    void timesWithoutSenseAreTaken();
    void descriptorsAreFew();
};

void ScriptRunTest::aWholeLifePasses()
{
    QCOMPARE(verdictOn(opened
                       + "+0 %{ assert tcpi_state == TCPI_ESTABLISHED }%\n"
                         "+0 write(3, ..., 100) = 100\n+0 > P. 1:101(100) ack 1\n+.1 < . 1:1(0) ack 101 win 32767\n"
                         "+0 close(3) = 0\n+0 > F. 101:101(0) ack 1\n+.1 < F. 1:1(0) ack 102 win 32767\n"
                         "+0 > . 102:102(0) ack 2\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn(accepted
                       + "+.1 < F. 1:1(0) ack 1 win 32767\n+0 > . 1:1(0) ack 2\n"
                         "+0 %{ assert tcpi_state == TCP_CLOSE_WAIT }%\n+0 read(4, ..., 10) = 0\n"
                         "+0 close(4) = 0\n+0 > F. 1:1(0) ack 2\n+0 < . 2:2(0) ack 2 win 32767\n+0 close(3) = 0\n"),
             QByteArray("pass"));
}

void ScriptRunTest::segmentsAreCompared_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("flags") << QByteArray("F. 1:1(0) ack 2");
    QTest::newRow("sequence number") << QByteArray(". 2:2(0) ack 2");
    QTest::newRow("length") << QByteArray(". 1:2(1) ack 2");
    QTest::newRow("acknowledgment") << QByteArray(". 1:1(0) ack 1");
    QTest::newRow("no acknowledgment") << QByteArray("R 1:1(0)");
}

void ScriptRunTest::segmentsAreCompared()
{
    QFETCH(const QByteArray, expected);
    QCOMPARE(verdictOn(opened + "+.1 < F. 1:1(0) ack 1 win 32767\n+0 > " + expected + "\n"),
             "8: expected " + expected + ", got . 1:1(0) ack 2 win 65534");
    QCOMPARE(verdictOn(opened + "+.1 < F. 1:1(0) ack 1 win 32767\n+0 > . ...(0) ack 2\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(opened + "+.1 < . 1:1(0) ack 1 win 32767\n+0 > " + expected + "\n"),
             "8: expected " + expected + ", got nothing");
}

void ScriptRunTest::timesAreCompared()
{
    const QByteArray sent = opened + "+0 write(3, ..., 100) = 100\n+0 > P. 1:101(100) ack 1\n";
    QCOMPARE(verdictOn(sent + "+1 > P. 1:101(100) ack 1\n"), QByteArray("pass")); // after the RTO of a second
    QCOMPARE(verdictOn(sent + "+.9 > P. 1:101(100) ack 1\n"),
             QByteArray("9: expected P. 1:101(100) ack 1, got nothing"));
    QVERIFY(
        verdictOn(sent + "+1.1 > P. 1:101(100) ack 1\n").startsWith("9: expected P. 1:101(100) ack 1 at 1.2 s, got"));
    QCOMPARE(verdictOn("--tolerance_usecs=100000\n" + sent + "+1.1 > P. 1:101(100) ack 1\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(sent + "+.5~+1.5 > P. 1:101(100) ack 1\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(sent + "1.1 > P. 1:101(100) ack 1\n"), QByteArray("pass")); // since the start
    QCOMPARE(verdictOn(sent + "* > P. 1:101(100) ack 1\n"), QByteArray("pass"));
}

void ScriptRunTest::windowsAndOptionsOnlyWhenStrict()
{
    const QByteArray begin = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n"
                             "+0 connect(3, ..., ...) = -1 EINPROGRESS\n";
    const QByteArray other = begin + "+0 > S 0:0(0) win 1 <mss 536>\n";
    QCOMPARE(verdictOn(other), QByteArray("pass"));
    QCOMPARE(verdictOn(other, "rfc9293", true),
             QByteArray("4: expected S 0:0(0) win 1 <mss 536>, got S 0:0(0) win 65535 <mss 1460>"));
    QCOMPARE(verdictOn(begin + "+0 > S 0:0(0) win 65535 <mss 1460>\n", "rfc9293", true), QByteArray("pass"));
    QCOMPARE(verdictOn(begin + "+0 > S 0:0(0) win 65535 <...>\n", "rfc9293", true), QByteArray("pass"));
}

void ScriptRunTest::callsBlockAndReturn()
{
    const QByteArray begin = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n";
    const QByteArray answered = "+0 > S 0:0(0)\n.1 < S. 0:0(0) ack 1 win 32767 <mss 1460>\n+0 > . 1:1(0) ack 1\n";
    QCOMPARE(verdictOn(begin + "0...0.1 connect(3, ..., ...) = 0\n" + answered), QByteArray("pass"));
    QVERIFY(verdictOn(begin + "0...0.2 connect(3, ..., ...) = 0\n" + answered).startsWith("2: expected connect()"));
    QCOMPARE(verdictOn(begin + "+0 connect(3, ..., ...) = 0\n"),
             QByteArray("2: expected connect() that returns at once, got one that blocks"));
    QCOMPARE(verdictOn(begin + "0...0.1 connect(3, ..., ...) = 0\n"),
             QByteArray("2: expected connect() that returns, got one that still blocks at the end"));
    QCOMPARE(verdictOn(accepted + "0.1...0.2 read(4, ..., 10) = 3\n.2 < P. 1:4(3) ack 1 win 32767\n"),
             QByteArray("pass"));
}

/// As in a simulation; what is asked comes after them.
void ScriptRunTest::whatIsDoneComesBeforeTheTimersOfItsMoment()
{
    const QByteArray delayed = accepted + "+.1 < P. 1:11(10) ack 1 win 32767\n"; // acknowledged after 0.2 s
    QCOMPARE(verdictOn(delayed + "+.2 write(4, ..., 5) = 5\n+0 > P. 1:6(5) ack 11\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(delayed + "+.2 < P. 11:21(10) ack 1 win 32767\n+0 > . 1:1(0) ack 21\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(delayed + "+.2 > . 1:1(0) ack 11\n+0 write(4, ..., 5) = 5\n+0 > P. 1:6(5) ack 11\n"),
             QByteArray("pass"));
    const QByteArray unanswered = "0 `sysctl -w net.ipv4.tcp_syn_retries=0`\n"
                                  "+0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n"
                                  "+0 connect(3, ..., ...) = -1 EINPROGRESS\n+0 > S 0:0(0)\n";
    QCOMPARE(verdictOn(unanswered + "+1 getsockopt(3, SOL_SOCKET, SO_ERROR, [ETIMEDOUT], [4]) = 0\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn(unanswered + "+1 %{ assert tcpi_state == TCPI_CLOSED }%\n"), QByteArray("pass"));
}

/// A RECEIVE that waits, RFC 9293 section 3.10.3: the ACK offers what is free again, and nothing else does before it.
void ScriptRunTest::aReadThatWaitsIsGivenItsTextBeforeTheAnswer()
{
    const QByteArray anyOptions = QByteArray(accepted).replace("> S. 0:0(0) ack 1", "> S. 0:0(0) ack 1 <...>");
    const QByteArray come = "+0 < P. 1:1461(1460) ack 1 win 32767\n";
    QCOMPARE(
        verdictOn(anyOptions + "+.1...0.1 read(4, ..., 1460) = 1460\n" + come + "+.2 > . 1:1(0) ack 1461 win 65535\n",
                  "rfc9293", true),
        QByteArray("pass"));
    QCOMPARE(verdictOn(anyOptions + "+.1...0.1 read(4, ..., 2000) = 1460\n" + come
                           + "+.2 > . 1:1(0) ack 1461 win 65535\n"
                           + "+.1...0.1 read(4, ..., 10) = 10\n+0 < P. 1461:1471(10) ack 1 win 32767\n",
                       "rfc9293", true),
             QByteArray("pass"));
    QCOMPARE(verdictOn(accepted + "+.1...0.1 read(4, ..., 2000) = 100\n" + come),
             QByteArray("8: expected read() = 100, got 1460"));
    QCOMPARE(verdictOn(accepted + "+.1...0.1 read(4, ..., 2000) = 0\n+0 < F. 1:1(0) ack 1 win 32767\n"),
             QByteArray("pass"));
}

void ScriptRunTest::errorsAreToldOnce()
{
    QCOMPARE(verdictOn(opened
                       + "+.1 < R 1:1(0) win 0\n+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0\n"
                         "+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0\n+0 write(3, ..., 1) = -1 EPIPE\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn(opened + "+.1 < R 1:1(0) win 0\n+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [0], [4]) = 0\n"),
             QByteArray("8: expected [0] from getsockopt(), got [ECONNRESET]"));
    QCOMPARE(verdictOn("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n"
                       "+0 connect(3, ..., ...) = -1 EINPROGRESS\n+0 > S 0:0(0)\n+0 < R. 0:0(0) ack 1 win 0\n"
                       "+0 connect(3, ..., ...) = -1 ECONNREFUSED\n"),
             QByteArray("pass"));
}

void ScriptRunTest::dataIsReadAndWritten()
{
    QCOMPARE(verdictOn(accepted
                       + "+0 fcntl(4, F_SETFL, O_NONBLOCK) = 0\n+0 read(4, ..., 10) = -1 EAGAIN\n"
                         "+0 < P. 1:11(10) ack 1 win 32767\n+0 recv(4, ..., 4, 0) = 4\n+0 read(4, ..., 100) = 6\n"
                         "+.2 > . 1:1(0) ack 11\n+0 < F. 11:11(0) ack 1 win 32767\n+0 > . 1:1(0) ack 12\n"
                         "+0 read(4, ..., 10) = 0\n+0 shutdown(4, SHUT_WR) = 0\n+0 > F. 1:1(0) ack 12\n"
                         "+0 send(4, ..., 1, 0) = -1 EPIPE\n"),
             QByteArray("pass"));
}

void ScriptRunTest::theStatedBufferIsTheWindow()
{
    const QByteArray stated = accepted + "+0 getsockopt(4, SOL_SOCKET, SO_RCVBUF, [70000], [4]) = 0\n";
    QCOMPARE(verdictOn(stated + "+0 < R 70000:70000(0) win 0\n+0 > . 1:1(0) ack 1\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(stated + "+0 < R 70001:70001(0) win 0\n+0 > . 1:1(0) ack 1\n"),
             QByteArray("10: expected . 1:1(0) ack 1, got nothing"));
}

void ScriptRunTest::sysctlsSetTheProfile()
{
    const QByteArray inWindow = "+0 < S 100:100(0) win 32767\n";
    QCOMPARE(verdictOn(opened + inWindow + "+0 > . 1:1(0) ack 1\n"), QByteArray("pass"));
    QCOMPARE(verdictOn("+0 `sysctl -w net.inet.tcp.insecure_syn=1`\n" + opened + inWindow + "+0 > R. 1:1(0) ack 1\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn(opened + "+0 `sysctl -w net.inet.tcp.insecure_syn=1`\n" + inWindow + "+0 > R. 1:1(0) ack 1\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn("+0 `sysctl -w net.inet.tcp.rexmit_initial=3000`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                       "+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n+0 connect(3, ..., ...) = -1 EINPROGRESS\n"
                       "+0 > S 0:0(0)\n+3 > S 0:0(0)\n"),
             QByteArray("pass"));
}

void ScriptRunTest::socketsAreCounted()
{
    QCOMPARE(verdictOn(accepted
                       + "+0 `sockstat -4 -P tcp -s | grep packetdril | grep -c ESTABLISHED | grep 1`\n"
                         "+0 `sockstat -4 -P tcp -s | grep packetdril | grep -c LISTEN | grep 1`\n"
                         "+0 `sockstat -4 -P tcp -s | grep packetdril | grep -c CLOSED | grep 0`\n"
                         "+0 `tcpdrop -s ESTABLISHED`\n"
                         "+0 `sockstat -4 -P tcp -s | grep packetdril | grep -c CLOSED | grep 1`\n"),
             QByteArray("pass"));
    QCOMPARE(verdictOn(accepted + "+0 `sockstat -4 -P tcp -s | grep packetdril | grep -c TIME_WAIT | grep 1`\n"),
             QByteArray("8: expected 1 in TIME_WAIT, got 0"));
}

void ScriptRunTest::aListenerThatIsClosedTakesItsChildAlong()
{
    const QByteArray child =
        "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 bind(3, ..., ...) = 0\n+0 listen(3, 1) = 0\n"
        "+0 < S 0:0(0) win 32767 <mss 1460>\n+0 > S. 0:0(0) ack 1\n";
    QCOMPARE(verdictOn(child + "+0 close(3) = 0\n+0 < . 1:1(0) ack 1 win 32767\n+0 > R 1:1(0)\n"), QByteArray("pass"));
    QCOMPARE(verdictOn(child + "+0 < . 1:1(0) ack 1 win 32767\n+0 close(3) = 0\n+0 > R 1:1(0)\n"), QByteArray("pass"));
}

void ScriptRunTest::timestampsAreOnTheScriptsScale()
{
    QCOMPARE(verdictOn("+0 `sysctl -w net.inet.tcp.rfc1323=1`\n0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                       "+0 fcntl(3, F_SETFL, O_NONBLOCK) = 0\n+0 connect(3, ..., ...) = -1 EINPROGRESS\n"
                       "+0 > S 0:0(0) win 65535 <mss 1460,nop,wscale 6,TS val 100 ecr 0>\n"
                       "+.3 < S. 0:0(0) ack 1 win 32767 <mss 1460,TS val 700 ecr 100>\n"
                       "+0 > . 1:1(0) ack 1 <TS val 400 ecr 700>\n"
                       "+0 < P. 1:11(10) ack 1 win 32767 <TS val 699 ecr 400>\n" // older than TS.Recent
                       "+0 > . 1:1(0) ack 1 <TS val 400 ecr 700>\n"),
             QByteArray("pass"));
}

void ScriptRunTest::whatWasDoneGivesTheSameTraceAgain()
{
    const ScriptRun run = runOf(opened
                                + "+0 `sysctl -w net.inet.tcp.msl=500`\n+0 write(3, ..., 100) = 100\n"
                                  "+0 > P. 1:101(100) ack 1\n+1 > P. 1:101(100) ack 1\n"
                                  "+0 < . 1:1(0) ack 101 win 32767\n+.1 close(3) = 0\n+0 > F. 101:101(0) ack 1\n");
    QVERIFY(run.verdict.outcome == ScriptOutcome::Passed);
    NearEnd again(stackProfiles().front(), run.side);
    for (const Done& done : run.done) {
        while (again.trace().steps().size() < done.afterSteps)
            again.expire();
        again.waitUntil(done.at);
        again.apply(done.command);
    }
    QVERIFY(again.done() == run.done);
    QVERIFY(again.trace().records() == run.trace.records());
}

void ScriptRunTest::marksSayHowFarTheTraceHadCome()
{
    const ScriptRun run =
        runOf(opened + "+.1 close(3) = 0\n+0 > F. 1:1(0) ack 1\n+.3 %{ assert tcpi_state == TCPI_LISTEN }%\n");
    QVERIFY(run.verdict.outcome == ScriptOutcome::Failed);
    QCOMPARE(run.marks.size(), std::size_t{9});
    const auto sentBy = [&](const ScriptMark& mark) {
        const RecordIndex last = run.trace.recordsOf(mark.steps);
        return std::any_of(run.trace.records().begin() + run.trace.recordsOf(mark.steps - 1),
                           run.trace.records().begin() + last, [](const Record& record) {
                               return std::holds_alternative<record::SegmentSent>(record.body)
                                      && record.side == Side::Client;
                           });
    };
    for (const std::size_t expectation : {3U, 5U, 7U})
        QVERIFY(sentBy(run.marks[expectation]));
    QCOMPARE(run.marks[6].steps, run.marks[7].steps); // close, and the FIN that it sends
    QCOMPARE(run.marks[8].line, std::size_t{9});
    QVERIFY(run.marks[7].at == 200ms && run.marks[8].at == 500ms);
    QVERIFY(std::ranges::is_sorted(run.marks, {}, &ScriptMark::steps));
}

void ScriptRunTest::whoConnectsIsTheClient()
{
    QVERIFY(runOf(opened).side == Side::Client);
    QVERIFY(runOf(accepted).side == Side::Server);
    QVERIFY(runOf(accepted).trace.foreign == Side::Client);
}

void ScriptRunTest::whatIsNotPlayedIsSkipped_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("command") << QByteArray("+0 `rm -rf /`") << QByteArray("the command `rm -rf /`");
    QTest::newRow("sysctl") << QByteArray("+0 `sysctl -w net.inet.tcp.pacing=1`") << QByteArray("the command");
    QTest::newRow("call") << QByteArray("+0 poll(3, ..., 1) = 0") << QByteArray("poll()");
    QTest::newRow("option") << QByteArray("+0 setsockopt(3, IPPROTO_TCP, TCP_FASTOPEN, [1], 4) = 0")
                            << QByteArray("setsockopt() of TCP_FASTOPEN");
    QTest::newRow("sysctl with another value")
        << QByteArray("+0 `sysctl -w net.inet.tcp.blackhole=1`") << QByteArray("the command");
    QTest::newRow("option too late") << QByteArray("+0 setsockopt(3, IPPROTO_TCP, TCP_NODELAY, [1], 4) = 0")
                                     << QByteArray("setsockopt() of TCP_NODELAY on a connection that has begun");
    QTest::newRow("shutdown") << QByteArray("+0 shutdown(3, SHUT_RD) = 0") << QByteArray("shutdown() with SHUT_RD");
    QTest::newRow("assertion") << QByteArray("+0 %{ assert tcpi_snd_cwnd == 10 }%") << QByteArray("the assertion");
    QTest::newRow("assertion with half a comment")
        << QByteArray("+0 %{ /* assert tcpi_state == TCPI_CLOSED }%") << QByteArray("the assertion");
    QTest::newRow("ICMP") << QByteArray("+0 < icmp unreachable [1:1(0)]") << QByteArray("a packet of icmp");
}

void ScriptRunTest::whatIsNotPlayedIsSkipped()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, why);
    const QByteArray verdict = verdictOn(opened + line + "\n+0 > R 99:99(0)\n");
    QVERIFY2(verdict.startsWith("skip 7: " + why), verdict.constData());
    QCOMPARE(verdictOn("// nothing\n"), QByteArray("skip 1: a script without an event"));
}

void ScriptRunTest::whatWouldNotEndIsSkipped()
{
    const QByteArray always = "0 `sysctl -w net.inet.tcp.keepidle=0 net.inet.tcp.keepintvl=0 "
                              "net.inet.tcp.keepcnt=4000000000`\n";
    QByteArray keepsAlive = opened;
    keepsAlive.insert(keepsAlive.indexOf('\n') + 1, "+0 setsockopt(3, SOL_SOCKET, SO_KEEPALIVE, [1], 4) = 0\n");
    QCOMPARE(verdictOn(always + keepsAlive + "+1 close(3) = 0\n"),
             QByteArray("skip 9: a script in which more happens than anybody reads"));
    QCOMPARE(verdictOn("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"
                       + QByteArray("+999999999 bind(3, ..., ...) = 0\n").repeated(10'000)),
             QByteArray("skip 3: a script that takes longer than thirty years"));
    QCOMPARE(verdictOn(accepted + QByteArray("+0...1 read(4, ..., 10) = 10\n").repeated(101)),
             QByteArray("skip 108: more than 100 calls that block at once"));
}

void ScriptRunTest::timesWithoutSenseAreTaken()
{
    QCOMPARE(verdictOn("--tolerance_usecs=9223372036854775807\n" + opened), QByteArray("pass"));
    QCOMPARE(verdictOn("--tolerance_usecs=-9223372036854775807\n" + opened), QByteArray("pass"));
}

void ScriptRunTest::descriptorsAreFew()
{
    QByteArray sockets;
    for (int descriptor = 3; descriptor < 1024; ++descriptor)
        sockets += "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = " + QByteArray::number(descriptor) + '\n';
    QCOMPARE(verdictOn(sockets + "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = -1 EMFILE (Too many open files)\n"),
             QByteArray("pass"));
}

QTEST_APPLESS_MAIN(ScriptRunTest)
#include "tst_script_run.moc"
