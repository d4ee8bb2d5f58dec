// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a scenario file means, and what is said about a broken one. What can go wrong in a connection has a test of its
// own: tst_fault_fields.cpp.
#include "scenario/scenario_reader.h"

#include "scenario/marked_file.h"

#include <QTest>

using namespace finwait;

namespace {

const QByteArray goodFile = R"({
    "finwait": 1,
    "name": "good-one",
    "title": {"en": "Good", "zh_CN": "好"},
    "description": {"en": "One.\n\nTwo.", "zh_CN": "一。\n\n二。"},
    "profile": {"client": "linux", "server": "freebsd"},
    "address": {"client": "192.0.2.1:1000", "server": "192.0.2.2:22"},
    "reading": {"server": false},
    "keep_alive": {"client": true},
    "receive_buffer": {"server": 5840},
    "network": {"delay_ms": {"client": 12.5, "server": 0.001}},
    "seed": 18446744073709551615,
    "plan": [
        {"side": "client", "call": "open-active", "at_ms": 10},
        {"side": "server", "call": "open-passive", "at_ms": 0},
        {"side": "client", "call": "send", "octets": 120, "urgent": true, "at_ms": 1.5e2},
        {"side": "client", "call": "send", "octets": 4294967295, "at_ms": 150.25},
        {"side": "server", "call": "receive", "octets": 7, "at_ms": 160},
        {"side": "server", "call": "close", "when": {"side": "server", "state": "CLOSE_WAIT"}, "after_ms": 300},
        {"side": "client", "call": "close", "still_reading": false, "at_ms": 400},
        {"side": "client", "call": "abort", "at_ms": 500},
        {"side": "client", "call": "status", "at_ms": 31536000000}
    ],
    "expected": {"client": ["CLOSED", "SYN_SENT"], "server": ["CLOSED"]}
}
)";

const QByteArray smallestFile = R"({"finwait": 1, "name": "n", "title": {"en": "t"}, "description": {"en": "d"},
    "plan": []})";

Expected<Scenario, ReadError> read(const QByteArray& file)
{
    return readScenario(std::string_view{file.constData(), static_cast<std::size_t>(file.size())});
}

/// Fails the test with the message of the reader if the file is not good.
Scenario readGood(const QByteArray& file)
{
    const auto scenario = read(file);
    if (!scenario) {
        qFatal("%s", describe(scenario.error()).c_str());
    }
    return *scenario;
}

} // namespace

class ScenarioReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead();
    void fieldsThatAreNotThereHaveTheirDefaults();
    void everyCallIsRead();
    void wholeNumbersInOtherForms();
    void aByteOrderMarkIsNoCharacter();
    void brokenFile_data();
    void brokenFile();
    void brokenText_data();
    void brokenText();
    void everyBeginningOfAFileIsAnError();
    void noDamagedByteCrashes();
    void theMessageIsOneLine();
};

void ScenarioReaderTest::everyFieldIsRead()
{
    const Scenario scenario = readGood(goodFile);
    QCOMPARE(scenario.name, "good-one");
    QCOMPARE(scenario.title.in("en"), "Good");
    QCOMPARE(scenario.title.in("zh_CN"), "好");
    QCOMPARE(scenario.description.in("en"), "One.\n\nTwo.");
    QVERIFY((scenario.profile == PerSide<std::string>{"linux", "freebsd"}));
    QVERIFY((scenario.address == PerSide<std::string>{"192.0.2.1:1000", "192.0.2.2:22"}));
    QVERIFY((scenario.reading == PerSide<bool>{true, false}));
    QVERIFY((scenario.keepAlive == PerSide<bool>{true, false}));
    QVERIFY(!scenario.receiveBuffer.client && scenario.receiveBuffer.server == 5840U);
    QVERIFY((scenario.network.delay == PerSide<Duration>{12500us, 1us}));
    QCOMPARE(scenario.seed, ~std::uint64_t{0});
    QVERIFY((scenario.expected.client == std::vector{State::Closed, State::SynSent}));
    QVERIFY((scenario.expected.server == std::vector{State::Closed}));
}

void ScenarioReaderTest::fieldsThatAreNotThereHaveTheirDefaults()
{
    Scenario expected;
    expected.name = std::string("n"); // assigned as it is, GCC 12 warns of what cannot happen
    expected.title.byLanguage = {{"en", "t"}};
    expected.description.byLanguage = {{"en", "d"}};
    QVERIFY(readGood(smallestFile) == expected);
}

void ScenarioReaderTest::everyCallIsRead()
{
    const StateEntered closeWait{Side::Server, State::CloseWait};
    const std::vector<PlannedDeed> expected = {
        {Side::Client, OpenActive{}, std::nullopt, 10ms},
        {Side::Server, OpenPassive{}, std::nullopt, 0ms},
        {Side::Client, Send{120, true}, std::nullopt, 150ms},
        {Side::Client, Send{4294967295, false}, std::nullopt, 150250us},
        {Side::Server, Receive{7}, std::nullopt, 160ms},
        {Side::Server, Close{true}, closeWait, 300ms},
        {Side::Client, Close{false}, std::nullopt, 400ms},
        {Side::Client, Abort{}, std::nullopt, 500ms},
        {Side::Client, Status{}, std::nullopt, longestScenarioTime},
    };
    const Scenario scenario = readGood(goodFile);
    QCOMPARE(scenario.plan.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(scenario.plan[i] == expected[i], qPrintable(QString::number(i)));
}

/// To JSON Schema these are integers as well.
void ScenarioReaderTest::wholeNumbersInOtherForms()
{
    for (const char* form : {"40", "40.0", "4e1", "0.4E+2"}) {
        QByteArray file = goodFile;
        QCOMPARE(readGood(file.replace("18446744073709551615", form)).seed, std::uint64_t{40});
    }
}

void ScenarioReaderTest::aByteOrderMarkIsNoCharacter()
{
    const QByteArray mark = "\xEF\xBB\xBF";
    QVERIFY(readGood(mark + goodFile) == readGood(goodFile));
    QCOMPARE(read(mark + "[]").error().column, 1U);
    QCOMPARE(read(mark + "{,").error().column, 2U);
}

void ScenarioReaderTest::brokenFile_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("broken");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* good, const char* broken, const char* what,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(good) << QByteArray(broken) << QByteArray(what) << QByteArray(expected);
    };

    // Syntax
    row("comma missing", "\"good-one\",\n    \"title\"", "\"good-one\"\n    ^\"title\"", R"("title" cannot stand here)",
        "',' or '}'");
    row("comma too many", R"("server": ["CLOSED"]})", R"("server": ["CLOSED"],^}})", R"("}" cannot stand here)",
        "a name in quotation marks");
    row("comma in list missing", R"(["CLOSED", "SYN_SENT"])", R"(["CLOSED" ^"SYN_SENT"])",
        R"("SYN_SENT" cannot stand here)", "',' or ']'");
    row("comma too many in list", R"(["CLOSED"])", R"(["CLOSED", ^])", R"("]" cannot stand here)", "a value");
    row("wrong bracket", R"(["CLOSED"])", R"(["CLOSED"^})", R"("}" cannot stand here)", "',' or ']'");
    row("text without end", R"("CLOSED"]}
}
)",
        R"(^"CLOSED)", "this text has no end", "valid UTF-8 up to a closing");
    row("file ends in an object", R"("CLOSED"]}
}
)",
        R"("CLOSED"]}
^)",
        "the file ends too early", "',' or '}'");
    row("colon missing", R"("seed": )", R"("seed" ^)", R"("18446744073709551615" cannot stand here)", "':'");
    row("value missing", R"("seed": 18446744073709551615)", R"("seed": ^)", R"("," cannot stand here)", "a value");
    row("name without quotation marks", R"("seed":)", "^seed:", R"("seed" cannot stand here)",
        "a name in quotation marks");
    row("unknown word", R"("client": true})", R"("client": ^yes})", R"("yes" cannot stand here)", "a value");
    row("broken number", "12.5", "^12.", R"("12." is not a number)", "a number such as 40 or 0.5");
    row("number too large", "12.5", "^1e999", R"("1e999" is not a number)", "a number such as");
    row("line end in text", "One.\\n\\nTwo.", "One.^\nTwo.", "this cannot stand in a text", "line ends");
    row("wrong escape", "One.\\n", "One.\\^q", "this cannot stand in a text", "'\\' escaped");
    row("not UTF-8", "One.", "One^\xFFne.", "this cannot stand in a text", "valid UTF-8");
    row("something after the end", "]}\n}\n", "]}\n}\n^{}", R"("{" cannot stand here)", "the end of the file");
    row("comment", "\"seed\"", "^// the seed\n\"seed\"", R"("/" cannot stand here)", "a name in quotation marks");
    row("control character", "\"seed\"", "^\x1B[31m\"seed\"", R"("\x1b" cannot stand here)", "a name");
    row("name twice", R"("seed")", R"(^"name": "again", "seed")", R"("name" stands twice)", "each name at most once");

    // Fields
    row("unknown field", R"("seed")", R"(^"sead")", R"(unknown field "sead")", "one of finwait, name, title");
    row("unknown field with tricks", R"("seed")", R"(^"\u001b[2J")", R"(unknown field "\x1b[2J")", "one of finwait");
    row("format missing", R"({
    "finwait": 1,)",
        "^{", "a field is missing", R"("finwait")");
    row("format before the first", R"("finwait": 1,)", R"("finwait": ^0,)", R"("0" is not possible here)",
        "a whole number from 1 to 2147483647");
    row("name missing", R"({
    "finwait": 1,
    "name": "good-one",)",
        R"(^{
    "finwait": 1,)",
        "a field is missing", R"("name")");
    row("name of a number", R"("good-one")", "^7", "this is a number", "a name of small letters");
    row("name with a path in it", R"("good-one")", R"(^"../good")", "is not a name", "a name of small letters");
    row("name empty", R"("good-one")", R"(^"")", "is not a name", "a name of small letters");
    row("title is no object", R"({"en": "Good", "zh_CN": "好"})", R"(^"Good")", "this is a text",
        "an object with a text for each language");
    row("title not in English", R"({"en": "Good", )", "^{", "missing in English", R"("en")");
    row("title after a wide character", R"("zh_CN": "好"})", R"("zh_CN": "好好😀", "de": ^1})", "this is a number",
        "a text of one line");
    row("title after quotation marks", R"({"en": "Good", "zh_CN": "好"})", R"({"en": "say \"good\" \\", "zh_CN": ^1})",
        "this is a number", "a text of one line");
    row("title of two lines", R"("Good")", R"(^"Go\nod")", R"("Go\x0aod" is not possible here)", "a text of one line");
    row("title with a control character of two octets", R"("Good")", R"(^"Go\u009bod")",
        R"("Go\xc2\x9bod" is not possible here)", "a text of one line");
    row("title with what is no character", R"("Good")", R"(^"Go\uffffod")",
        R"("Go\xef\xbf\xbfod" is not possible here)", "a text of one line");
    row("description with what is no character", R"("One.\n\nTwo.")", R"(^"One.\n\n\ufffe")", "is not possible here",
        "a text, with an empty line between");
    row("title empty", R"("Good")", R"(^"")", "is not possible here", "a text of one line");
    row("not a language", R"("zh_CN": "好")", R"(^"zh-CN": "好")", R"("zh-CN" is not a language)", R"("zh_CN")");
    row("description with a control character", R"("One.\n\nTwo.")", R"(^"One.\tTwo.")", "is not possible here",
        "a text, with an empty line between");
    row("unknown profile", R"("linux")", R"(^"windows")", R"("windows" is not a profile)",
        "one of rfc9293, linux, freebsd");
    row("profile of a third side", R"("server": "freebsd")", R"(^"sever": "freebsd")", R"(unknown field "sever")",
        "one of client, server");
    row("address empty", R"("192.0.2.1:1000")", R"(^"")", "is not possible here", "a text of one line");
    row("reading is a number", R"({"server": false})", R"({"server": ^0})", "this is a number", "true or false");
    row("reading is null", R"({"server": false})", R"({"server": ^null})", "this is null", "true or false");
    row("keep-alive is a list", R"({"client": true})", R"(^[true])", "this is a list", "an object");
    row("no receive buffer", R"({"server": 5840})", R"({"server": ^0})", "is not possible here",
        "a whole number from 1 to 1073725440");
    row("delay negative", "12.5", "^-12.5", R"("-12.5" is not possible here)", "milliseconds from 0 to 31536000000");
    row("delay too fine", "0.001", "^0.0001", R"("0.0001" is not possible here)", "at most three digits");
    row("delay too long", "0.001", "^31536000000.001", "is not possible here", "milliseconds from 0 to 31536000000");
    row("delay as text", "12.5", R"(^"12.5 ms")", "this is a text", "milliseconds");
    row("unknown field of the network", R"("delay_ms")", R"(^"delay")", R"(unknown field "delay")",
        "one of delay_ms, manual, faults");
    row("network without delay", R"({"delay_ms": {"client": 12.5, "server": 0.001}})", "^{}", "a field is missing",
        R"("delay_ms")");
    row("seed negative", "18446744073709551615", "^-1", R"("-1" is not possible here)", "a whole number from 0 to");
    row("seed too large", "18446744073709551615", "^18446744073709551616", "is not possible here", "a whole number");
    row("seed with a zero before it", "18446744073709551615", "^007", R"("007" is not a number)",
        "a number such as 40");
    row("delay with a letter behind it", "12.5", "^12.5ms", R"("12.5ms" is not a number)", "a number such as 40");
    row("seed fractional", "18446744073709551615", "^1.5", R"("1.5" is not possible here)", "a whole number");

    // Calls
    row("call is no object", R"({"side": "client", "call": "abort", "at_ms": 500})", R"(^"abort")", "this is a text",
        "an object");
    row("call has no name", R"({"side": "client", "call": "abort", "at_ms": 500})",
        R"(^{"side": "client", "at_ms": 500})", "a field is missing", R"("call")");
    row("unknown call", R"("abort")", R"(^"reset")", R"("reset" is not a call)",
        "one of open-active, open-passive, send, receive, close, abort, status");
    row("unknown side", R"({"side": "client", "call": "abort")", R"({"side": ^"Client", "call": "abort")",
        R"("Client" is not a side)", "one of client, server");
    row("side missing", R"({"side": "client", "call": "abort")", R"(^{"call": "abort")", "a field is missing",
        R"("side")");
    row("time missing", R"({"side": "client", "call": "abort", "at_ms": 500})",
        R"(^{"side": "client", "call": "abort"})", "a field is missing", R"("at_ms" or "when")");
    row("time negative", "500", "^-1", R"("-1" is not possible here)", "milliseconds from 0");
    row("time at and after", R"("at_ms": 500)", R"("at_ms": 500, ^"after_ms": 1)", R"(unknown field "after_ms")",
        "one of side, call, at_ms, when");
    row("time at and when", R"("after_ms": 300)", R"("after_ms": 300, ^"at_ms": 1)", R"(unknown field "at_ms")",
        "one of side, call, still_reading, after_ms, when");
    row("after missing",
        R"({"side": "server", "call": "close", "when": {"side": "server", "state": "CLOSE_WAIT"}, "after_ms": 300})",
        R"(^{"side": "server", "call": "close", "when": {"side": "server", "state": "CLOSE_WAIT"}})",
        "a field is missing", R"("after_ms")");
    row("unknown state to wait for", R"("CLOSE_WAIT")", R"(^"CLOSEWAIT")", R"("CLOSEWAIT" is not a state)",
        "one of CLOSED, LISTEN, SYN_SENT");
    row("state to wait for missing", R"({"side": "server", "state": "CLOSE_WAIT"})", R"(^{"side": "server"})",
        "a field is missing", R"("state")");
    row("octets missing", R"({"side": "server", "call": "receive", "octets": 7,)",
        R"(^{"side": "server", "call": "receive",)", "a field is missing", R"("octets")");
    row("octets none", R"("octets": 7)", R"("octets": ^0)", R"("0" is not possible here)", "from 1 to 4294967295");
    row("octets too many", "4294967295", "^4294967296", "is not possible here", "from 1 to 4294967295");
    row("octets of an abort", R"("call": "abort", )", R"("call": "abort", ^"octets": 7, )", R"(unknown field "octets")",
        "one of side, call, at_ms, when");
    row("urgent as a word", R"("urgent": true)", R"("urgent": ^"yes")", "this is a text", "true or false");

    // Paths
    row("path is a text", R"(["CLOSED"]})", R"(^"CLOSED"})", "this is a text", "a list of states");
    row("unknown state", R"("SYN_SENT")", R"(^"SYN-SENT")", R"("SYN-SENT" is not a state)", "one of CLOSED, LISTEN");
    row("state is a number", R"("SYN_SENT")", "^2", "this is a number", "one of CLOSED, LISTEN");
}

void ScenarioReaderTest::brokenFile()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, broken);
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, expected);

    QCOMPARE(complaintAbout(goodFile, good, broken, what, expected), QByteArray());
}

void ScenarioReaderTest::brokenText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << QByteArray(message);
    };
    row("empty", "", "line 1, column 1: the file ends too early (expected a value)");
    row("white space", "  \n\t", "line 2, column 2: the file ends too early (expected a value)");
    row("a number", "7", "line 1, column 1: this is a number (expected an object)");
    row("a list", "\n []", "line 2, column 2: this is a list (expected an object)");
    row("a word", "scenario", "line 1, column 1: \"scenario\" cannot stand here (expected a value)");
    row("half a word", "tru", "line 1, column 1: \"tru\" cannot stand here (expected a value)");
    row("a quotation mark", "\"",
        "line 1, column 1: this text has no end (expected valid UTF-8 up to a closing '\"', with line ends and '\\' escaped)");
    row("a zero byte", QByteArray(1, '\0'), "line 1, column 1: \"\\x00\" cannot stand here (expected a value)");
    row("a name and nothing else", "{\"finwait\"", "line 1, column 11: the file ends too early (expected ':')");
    row("a name and a colon", "{\"finwait\": ", "line 1, column 13: the file ends too early (expected a value)");
    row("an opened list", "[", "line 1, column 2: the file ends too early (expected a value, or ']')");
    row("an opened object", "{",
        "line 1, column 2: the file ends too early (expected a name in quotation marks, or '}')");
    QByteArray many = "{";
    for (int i = 0; i <= 1000; ++i)
        many += '"' + QByteArray::number(i) + "\":0,\n";
    row("too many fields", many, "line 1001, column 1: this object has too many fields (expected at most 1000)");
    row("too many entries", "[" + QByteArray("\n0,").repeated(10'001),
        "line 10002, column 1: this list has too many entries (expected at most 10000)");
    row("too many lists", "[" + QByteArray("\n[],").repeated(10'001),
        "line 10002, column 1: this list has too many entries (expected at most 10000)");
    row("too deep", QByteArray(100000, '['),
        "line 1, column 65: objects and arrays lie too deep inside each other (expected at most 64 levels)");
    row("an object", "{}", "line 1, column 1: a field is missing in this object (expected \"finwait\")");
    row("the plan is a number",
        R"({"finwait": 1, "name": "n", "title": {"en": "t"}, "description": {"en": "d"}, "plan": 7})",
        "line 1, column 87: this is a number (expected a list of what is planned)");
    row("a long word", QByteArray(1000, 'x'),
        "line 1, column 1: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\" cannot stand here (expected a value)");
}

void ScenarioReaderTest::brokenText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);

    const auto result = read(text);
    QVERIFY(!result);
    QCOMPARE(QByteArray::fromStdString(describe(result.error())), message);
}

void ScenarioReaderTest::everyBeginningOfAFileIsAnError()
{
    const auto lastBrace = goodFile.lastIndexOf('}');
    for (qsizetype length = 0; length <= lastBrace; ++length) {
        const QByteArray beginning = goodFile.left(length);
        const auto result = read(beginning);
        QVERIFY2(!result, qPrintable(QString::number(length)));
        QVERIFY(result.error().line <= static_cast<std::size_t>(beginning.count('\n') + 1));
    }
}

/// Every byte in turn becomes two others: the reader may accept or refuse, but it has to come back.
void ScenarioReaderTest::noDamagedByteCrashes()
{
    const QByteArray damages("\0\"{}[],9\\\x80\xFF", 11);
    int refused = 0;
    for (qsizetype i = 0; i < 2 * goodFile.size(); ++i) {
        QByteArray file = goodFile;
        file[i / 2] = damages[i % damages.size()];
        const auto result = read(file);
        if (result)
            continue;
        ++refused;
        QVERIFY(!result.error().what.empty());
        QVERIFY(!result.error().expected.empty());
    }
    QVERIFY(refused > goodFile.size() / 2);
}

void ScenarioReaderTest::theMessageIsOneLine()
{
    ReadError error{Message::tr("this is wrong"), 3, 12, Message::tr("something else")};
    QCOMPARE(describe(error), "line 3, column 12: this is wrong (expected something else)");
    error.file = "own.finwait";
    QCOMPARE(describe(error), "own.finwait: line 3, column 12: this is wrong (expected something else)");
    error.line = 0;
    QCOMPARE(describe(error), "own.finwait: this is wrong (expected something else)");
    error.hint = Message::tr("%1 is of no use").arg("this");
    QCOMPARE(describe(error), "own.finwait: this is wrong (expected something else; this is of no use)");
    error.expected = {};
    QCOMPARE(describe(error), "own.finwait: this is wrong");
    QCOMPARE(quotation("plain"), "\"plain\"");
    QCOMPARE(quotation("好😀"), "\"好😀\"");
    QCOMPARE(quotation("a\nb\x1b\x7f"), "\"a\\x0ab\\x1b\\x7f\"");
    QCOMPARE(quotation("\xC2\x9B\xE5\xA5"), "\"\\xc2\\x9b\\xe5\\xa5\"");
}

QTEST_APPLESS_MAIN(ScenarioReaderTest)
#include "tst_scenario_reader.moc"
