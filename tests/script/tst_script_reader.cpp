// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The language of packetdrill: what is read from each form, and where an error is said to be.
#include "script/script_reader.h"

#include <QTest>

using namespace finwait;

namespace {

Script good(const char* text)
{
    auto script = readScript(text);
    if (!script)
        qFatal("%s", describe(script.error()).c_str());
    return *std::move(script);
}

ScriptSegment segment(const char* text)
{
    return std::get<ScriptSegment>(good(text).events.at(0).action);
}

ScriptCall call(const char* text)
{
    return std::get<ScriptCall>(good(text).events.at(0).action);
}

ScriptTime time(const char* text)
{
    return good(text).events.at(0).time;
}

} // namespace

class ScriptReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void commentsAreWhiteSpace();
    void optionsComeFirst();
    void timesHaveManyForms();
    void segmentsHaveFlagsNumbersAndOptions();
    void callsHaveArgumentsResultsAndErrors();
    void commandsAndAssertions();
    void blocksForOthersAreLeftOut();
    void whatIsNotPlayedIsPassedOver();
    void errorsSayWhere_data();
    void errorsSayWhere();
    void everyBeginningEnds();
};

void ScriptReaderTest::commentsAreWhiteSpace()
{
    const Script script = good("// one\n/* two\n   lines */ +0 close(3) = 0 // behind\n# of the preprocessor, or not\n"
                               "+0 > R 1:1(0) /* in the end */\n");
    QCOMPARE(script.events.size(), std::size_t{2});
    QCOMPARE(script.events[0].line, std::size_t{3});
    QCOMPARE(script.events[1].line, std::size_t{5});
    QCOMPARE(call("\xEF\xBB\xBF+0 close(3) = 0").name, "close"); // after a byte order mark
}

void ScriptReaderTest::optionsComeFirst()
{
    const Script script = good("--tolerance_usecs=75000\n--mss 1460 // octets\n--dry\n");
    QCOMPARE(script.options.size(), std::size_t{3});
    QCOMPARE(script.options[0].name, "tolerance_usecs");
    QCOMPARE(script.options[0].value, "75000");
    QCOMPARE(script.options[1].value, "1460");
    QCOMPARE(script.options[2].value, "");
}

void ScriptReaderTest::timesHaveManyForms()
{
    QVERIFY(time("+0.25 close(3) = 0").origin == ScriptTime::Origin::Previous);
    QCOMPARE(time("+0.25 close(3) = 0").earliest, Duration{250ms});
    QVERIFY(time("1.000001 close(3) = 0").origin == ScriptTime::Origin::Start);
    QCOMPARE(time("1.000001 close(3) = 0").latest, Duration{1000001us});
    QVERIFY(time("close(3) = 0").origin == ScriptTime::Origin::Previous);
    QCOMPARE(time("close(3) = 0").earliest, Duration{});
    QVERIFY(time("* > . 1:1(0) ack 1").origin == ScriptTime::Origin::Any);
    QCOMPARE(time("+.1~+.3 > . 1:1(0) ack 1").latest, Duration{300ms});
    QCOMPARE(time("0.1~0.3 > . 1:1(0) ack 1").earliest, Duration{100ms});
    QVERIFY(!time("0.1~0.3 > . 1:1(0) ack 1").returns);
    QCOMPARE(time("0.1...0.3 read(4, ..., 10) = 10").returns.value(), Duration{300ms});
    QCOMPARE(time("+0...0.3 read(4, ..., 10) = 10").returns.value(), Duration{300ms});
}

void ScriptReaderTest::segmentsHaveFlagsNumbersAndOptions()
{
    const ScriptSegment syn = segment("+0 < S 17:20(3) win 32767 <mss 1460,nop,wscale 6,sackOK,TS val 100 ecr 7>");
    QVERIFY(syn.inbound && syn.flags == Flags{.syn = true});
    QCOMPARE(syn.seq, std::int64_t{17});
    QCOMPARE(syn.octets, 3U);
    QVERIFY(!syn.ack && syn.window == 32767);
    QVERIFY(syn.options.mss == 1460 && syn.options.windowScale == 6 && syn.options.sackPermitted);
    QVERIFY((syn.options.timestamps == Timestamps{100, 7}));

    const ScriptSegment last = segment("+0 > FP. ...(10) ack 5 urg 3 <...>");
    QVERIFY(!last.inbound && last.anySeq && last.anyOptions);
    QVERIFY((last.flags == Flags{.ack = true, .fin = true, .psh = true}));
    QCOMPARE(last.ack.value(), std::int64_t{5});
    QVERIFY(last.urgentPointer == 3 && !last.window);
    QCOMPARE(segment("+0 < . -1:-1(0) ack 1").seq, std::int64_t{-1});
    QVERIFY(segment("+0 < - 1:4(3)").flags == Flags{});
    // The field has a number whether or not the flag says that it counts.
    QVERIFY(!segment("+0 < F 1:1(0) ack 34").flags.ack);
    QCOMPARE(segment("+0 < . 1:1(0) ack 1 <sack 3:5 7:9,nop,nop>").ack.value(), std::int64_t{1});
}

void ScriptReaderTest::callsHaveArgumentsResultsAndErrors()
{
    const ScriptCall connect = call("+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)");
    QCOMPARE(connect.name, "connect");
    QCOMPARE(connect.arguments.size(), std::size_t{3});
    QCOMPARE(*connect.arguments[0].number(), std::int64_t{3});
    QVERIFY(std::holds_alternative<ScriptValue::Any>(connect.arguments[1].content));
    QCOMPARE(*connect.result.number(), std::int64_t{-1});
    QCOMPARE(connect.error, "EINPROGRESS");

    QCOMPARE(*call("+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0x02 (flags O_RDWR)").arguments[2].word(),
             "O_RDWR|O_NONBLOCK");
    QCOMPARE(*call("+0 fcntl(3, F_GETFL) = 0x12 (flags)").result.number(), std::int64_t{18});
    const ScriptCall option = call("+0 setsockopt(3, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0");
    QCOMPARE(*option.arguments[3].word(), "{onoff=1, linger=0}");
    const ScriptCall get = call("+0 getsockopt(3, SOL_SOCKET, SO_ERROR, [ECONNRESET], [4]) = 0");
    QCOMPARE(*std::get<ScriptValue::List>(get.arguments[3].content)[0].word(), "ECONNRESET");
    QVERIFY(std::holds_alternative<ScriptValue::Any>(call("+0 read(3, ..., 5) = ?").result.content));
    QCOMPARE(call("+0 read(3,\n        ..., // whatever\n        5\n  ) = 5\n").arguments.size(), std::size_t{3});
}

void ScriptReaderTest::commandsAndAssertions()
{
    const Script script = good("+0 `sysctl -w net.inet.tcp.msl=1000`\n+0 %{ assert tcpi_state == TCPI_CLOSED }%\n");
    QCOMPARE(std::get<ScriptCommand>(script.events[0].action).text, "sysctl -w net.inet.tcp.msl=1000");
    QCOMPARE(std::get<ScriptAssertion>(script.events[1].action).text, " assert tcpi_state == TCPI_CLOSED ");
}

void ScriptReaderTest::blocksForOthersAreLeftOut()
{
    const auto descriptors = [](const char* text) {
        QList<std::int64_t> numbers;
        for (const ScriptEvent& event : good(text).events)
            numbers << *std::get<ScriptCall>(event.action).arguments[0].number();
        return numbers;
    };
    using Numbers = QList<std::int64_t>;
    QCOMPARE(
        descriptors("#ifdef STANDARD\nclose(1) = 0\n#endif\n#ifdef FreeBSD\nwhat(is this?\n#endif\nclose(2) = 0\n"),
        (Numbers{1, 2}));
    QCOMPARE(descriptors("#ifdef FreeBSD\nclose(1) = 0\n#else\nclose(2) = 0\n#endif\n"), Numbers{2});
    QCOMPARE(descriptors("#ifndef STANDARD\nclose(1) = 0\n#else\nclose(2) = 0\n#endif\n"), Numbers{2});
    QCOMPARE(descriptors("#ifdef FreeBSD\n#ifdef STANDARD\nclose(1) = 0\n#else\nclose(2) = 0\n#endif\nclose(3) = 0\n"
                         "#endif\nclose(4) = 0\n"),
             Numbers{4});
}

void ScriptReaderTest::whatIsNotPlayedIsPassedOver()
{
    const Script script = good("+0 < icmp unreachable host_unreachable [0:0(0)]\n+0 > SEW 0:0(0) win 65535\n"
                               "+0 < [ect0] . 1:1(0) ack 1\n+0 > S 0:0(0) <FO aabbccdd>\n");
    QCOMPARE(script.events.size(), std::size_t{4});
    for (const ScriptEvent& event : script.events)
        QVERIFY(std::holds_alternative<ScriptForeign>(event.action));
}

void ScriptReaderTest::errorsSayWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* text, const char* message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(message);
    };
    row("no call", "+0 = 3", "line 1, column 4: \"=\" cannot stand here (expected a packet, a call,");
    row("no time", "\n+ close(3) = 0", "line 2, column 3: \"close(3)\" cannot stand here (expected seconds)");
    row("a time too fine", "0.0000001 close(3) = 0", "line 1, column 1: \"0.0000001\" is not a time");
    row("a time that ends first", "0.2~0.1 > . 1:1(0) ack 1", "line 1, column 4: the time ends before it begins");
    row("unknown flags", "+0 < Q 1:1(0)", "line 1, column 6: \"Q\" cannot stand here (expected flags");
    row("numbers that do not fit", "+0 < S 17:20(2)", "line 1, column 8: the sequence numbers do not fit");
    row("nothing acknowledged", "+0 < . 1:1(0)", "line 1, column 6: no number is acknowledged");
    row("a window too large", "+0 < S 0:0(0) win 65536", "line 1, column 19: \"65536\" is not possible here");
    row("an unknown option", "+0 < S 0:0(0) win 1 <mms 1460>", "line 1, column 22: \"mms\" is not a TCP option");
    row("an option without an end", "+0 < S 0:0(0) win 1 <mss 1460", "line 1, column 30: the script ends too early");
    row("a call without an end", "+0 close(3 = 0", "line 1, column 12: \"=\" cannot stand here (expected ')')");
    row("a call without a result", "+0 close(3)\n", "line 1, column 12: the line ends too early (expected '=')");
    row("something behind", "+0 close(3) = 0 EBADF 7", "line 1, column 23: \"7\" cannot stand here");
    row("a command without an end", "\n\n+0 `ls", "line 3, column 5: this has no end (expected '`')");
    row("an assertion without an end", "+0 %{ assert 1", "line 1, column 6: this has no end (expected '}%')");
    row("a comment without an end", "+0 close(3) = 0\n/* ", "line 2, column 3: this has no end (expected '*/')");
    row("a block without an end", "\n#ifdef FreeBSD\nclose(3) = 0\n", "line 2, column 1: this block has no end");
    row("an end without a block", "#endif", "line 1, column 1: there is no block to end");
    row("lists too deep", "+0 f([[[[[[[[[[[[[[[[[[1", "line 1, column 22: lists lie too deep inside each other");
    row("a number too large", "+0 f(99999999999999999999) = 0", "line 1, column 6: this number is too large");
}

void ScriptReaderTest::errorsSayWhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto script = readScript({text.constData(), std::size_t(text.size())});
    QVERIFY(!script);
    const QByteArray told = QByteArray::fromStdString(describe(script.error()));
    QVERIFY2(told.startsWith(message), told.constData());
}

/// A file that is still being written, or a hostile one: an error or a script, and an end.
void ScriptReaderTest::everyBeginningEnds()
{
    const QByteArray text = "--mss=1\n#ifdef A\n#endif\n+0.1~+.2 < S. 0:3(3) ack 1 win 2 urg 3 <mss 4,TS val 1 ecr 2>\n"
                            "0.1...0.2 f([1, 0x2], {a=1}, \"s\", A|B, ...) = -1 E (x)\n+0 `a`\n+0 %{ b }%\n";
    QVERIFY(readScript({text.constData(), std::size_t(text.size())}).has_value());
    for (qsizetype length = 0; length < text.size(); ++length) {
        for (char end : {'\0', '(', '<', '\xFF'}) {
            QByteArray beginning = text.left(length);
            if (end != '\0')
                beginning += end;
            (void)readScript({beginning.constData(), std::size_t(beginning.size())});
        }
    }
}

QTEST_APPLESS_MAIN(ScriptReaderTest)
#include "tst_script_reader.moc"
