// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is wrong in a file is said in one language: in a Chinese window nothing of it is English.
#include "app/message_text.h"
#include "app/scenario_files.h"
#include "app/scenario_io.h"
#include "app/script_io.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"
#include "script/script_reader.h"

#include <QAbstractButton>
#include <QFile>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

namespace {

const QByteArray goodScript = "--mss=1\n+0.1~+.2 < S. 0:3(3) ack 1 win 2 urg 3 <mss 4,wscale 5,TS val 1 ecr 2>\n"
                              "0.1...0.2 f([1, 0x2], {a=1}, \"s\", A|B, ...) = -1 E (x)\n+0 `a`\n+0 %{ b }%\n";

/// Two words in the letters of English side by side, or a place that was not filled. What is quoted from the file may
/// have them.
QString leftInEnglish(QString text)
{
    static const QRegularExpression quotations(QStringLiteral("\"[^\"]*\""));
    static const QRegularExpression english(QStringLiteral("[A-Za-z]+ +[A-Za-z]+|%[1-9]"));
    return english.match(text.remove(quotations)).captured();
}

/// What is not Chinese in an error; empty: it is as it should be.
QString notChinese(const ReadError& error)
{
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    for (const QString& text : {problemText(error), problemLine(error)}) {
        if (const QString english = leftInEnglish(text); !english.isEmpty())
            return english + QStringLiteral(" in: ") + text;
    }
    const QString what = messageText(error.what);
    return what.contains(chinese) ? QString() : what;
}

QByteArray shippedScenario()
{
    return QByteArray::fromStdString(writeScenario(*findScenario("lost-fin")));
}

Expected<Scenario, ReadError> scenarioFrom(const QByteArray& text)
{
    return readScenario({text.constData(), std::size_t(text.size())});
}

Expected<Script, ReadError> scriptFrom(const QByteArray& text)
{
    return readScript({text.constData(), std::size_t(text.size())});
}

} // namespace

class TestMessageText
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void english_isAsItIsWritten();
    void brokenScenario_isSaidInChinese_data();
    void brokenScenario_isSaidInChinese();
    void beginningsOfAScenario_areSaidInChinese();
    void brokenScript_isSaidInChinese_data();
    void brokenScript_isSaidInChinese();
    void beginningsOfAScript_areSaidInChinese();
    void fileItself_isSaidInChinese();
    void dialog_isInChinese_data();
    void dialog_isInChinese();
    void dialog_aboutSaving_isInChinese();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    void openChineseWindow();
    /// Says all that the open message box says, without the path.
    [[nodiscard]] QString toldAbout(const QString& path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMessageText::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_languages = std::make_unique<Languages>(*qApp, LanguageMode::SimplifiedChinese);
}

void TestMessageText::openChineseWindow()
{
    begin();
    m_settings->setLanguageMode(LanguageMode::SimplifiedChinese);
    makeWindow();
}

QString TestMessageText::toldAbout(const QString& path) const
{
    const auto* box = qobject_cast<QMessageBox*>(dialog());
    if (!box)
        return QStringLiteral("no message box");
    QString told = box->windowTitle() + u'\n' + box->text() + u'\n' + box->informativeText();
    for (const QAbstractButton* button : box->buttons())
        told += u'\n' + button->text();
    return told.remove(path);
}

void TestMessageText::english_isAsItIsWritten()
{
    m_languages->setMode(LanguageMode::English);
    const Message message = Message::tr("%1 is not a state").arg("\"%1\"");
    QCOMPARE(messageText(message), QStringLiteral("\"%1\" is not a state"));
    QCOMPARE(messageSentence(Message::tr("the file ends too early")), QStringLiteral("The file ends too early."));
    ReadError error{message, 3, 4, Message::tr("one of %1").arg("CLOSED"), "lab.finwait"};
    QCOMPARE(problemLine(error), QStringLiteral("lab.finwait:3:4: \"%1\" is not a state (expected one of CLOSED)"));
    error.hint = Message::tr("the file is of a later format than this program knows");
    QVERIFY2(
        problemLine(error).endsWith(QStringLiteral("CLOSED; the file is of a later format than this program knows)")),
        qPrintable(problemLine(error)));
    QCOMPARE(problemText(error),
             QStringLiteral("Line 3, column 4:\n\"%1\" is not a state.\nExpected here: one of CLOSED.\n"
                            "The file is of a later format than this program knows."));
}

void TestMessageText::brokenScenario_isSaidInChinese_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("broken");
    const auto row = [](const char* name, const char* good, const QByteArray& broken) {
        QTest::newRow(name) << QByteArray(good) << broken;
    };
    row("name twice", R"("finwait": 1,)", R"("finwait": 1, "finwait": 1,)");
    row("number with a zero", R"("finwait": 1,)", R"("finwait": 01,)");
    row("wrong escape", R"("name": ")", R"("name": "\q)");
    row("too deep", R"("finwait": 1,)", R"("finwait": )" + QByteArray(100, '['));
    row("something behind", "}\n", "} 7");
    row("later format", R"("finwait": 1,)", R"("finwait": 2, "seed": [],)");
    row("no format", R"("finwait": 1,)", "");
    row("unknown field", R"("finwait": 1,)", R"("finwait": 1, "news": 1,)");
    row("not a name", R"("name": ")", R"("name": "No )");
    row("null", R"("finwait": 1,)", R"("finwait": null,)");
    row("a truth", R"("finwait": 1,)", R"("finwait": true,)");
    row("a text", R"("finwait": 1,)", R"("finwait": "1",)");
    row("a list", R"("finwait": 1,)", R"("finwait": [],)");
    row("an object", R"("finwait": 1,)", R"("finwait": {},)");
    row("a number", R"("finwait": 1,)", R"("finwait": 1, "seed": 1.5,)");
    row("not a language", R"("en": ")", R"("e n": ")");
    row("not in English", R"("en": ")", R"("de": ")");
    row("an empty title", R"("en": ")", R"("zz": "", "en": ")");
    row("not a side", R"("side": "client")", R"("side": "us")");
    row("not a call", R"("call": "close")", R"("call": "shut")");
    row("not a host's", R"("call": "close")", R"("host": "burns")");
    row("not a deed", R"("call": "close")", R"("still_reading": true)");
    row("a time", R"("at_ms": )", R"("at_ms": 0.0001)");
    row("no time", R"("at_ms": )", R"("at": )");
    row("not an action", R"("action": "drop")", R"("action": "lose")");
    row("not a flag", R"("action": "drop")", R"("action": "drop", "without": ["XYZ"])");
    row("not a kind", R"("action": "drop")", R"("action": "drop", "segment": "XYZ")");
    row("not a percentage", R"("action": "drop")", R"("action": "drop", "percent": 101)");
    row("no address", R"("finwait": 1,)", R"("finwait": 1, "address": {"client": ""},)");
    row("not a profile", R"("finwait": 1,)", R"("finwait": 1, "profile": {"client": "cp/m"},)");
    row("not a state", R"("CLOSED")", R"("OPEN")");
    row("a floor above a ceiling", R"("finwait": 1,)",
        R"("finwait": 1, "clockwork": {"client": {"min_rto_ms": 2000, "max_rto_ms": 1000}},)");
    row("nothing done", R"("finwait": 1,)", R"("finwait": 1, "done": [{}],)");
    row("not a timer", R"("finwait": 1,)", R"("finwait": 1, "done": [{"side": "client", "fire_timer": "tea"}],)");
}

void TestMessageText::brokenScenario_isSaidInChinese()
{
    QFETCH(const QByteArray, good);
    QFETCH(const QByteArray, broken);
    QByteArray text = shippedScenario();
    QVERIFY2(text.contains(good), "the row does not fit the file");
    const auto scenario = scenarioFrom(text.replace(text.indexOf(good), good.size(), broken));
    QVERIFY2(!scenario, "the file is accepted");
    QCOMPARE(notChinese(scenario.error()), QString());
}

void TestMessageText::beginningsOfAScenario_areSaidInChinese()
{
    const QByteArray text = shippedScenario().trimmed();
    for (qsizetype length = 0; length < text.size(); ++length) {
        for (const char* end : {"", "}", "]", ",", "x"}) {
            const auto scenario = scenarioFrom(text.left(length) + end);
            if (!scenario)
                QCOMPARE(notChinese(scenario.error()), QString());
        }
    }
}

void TestMessageText::brokenScript_isSaidInChinese_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("no option", "-- 7");
    row("no end of a block", "#ifdef A\n");
    row("no block", "#endif\n");
    row("too fine", "0.0000001 close(3) = 0");
    row("ends first", "0.2~0.1 > . 1:1(0) ack 1");
    row("no flags", "+0 < Q 1:1(0)");
    row("numbers that do not fit", "+0 < S 17:20(2)");
    row("no number", "+0 < S x");
    row("no digits", "+0 f(0x) = 0");
    row("a number too large", "+0 f(99999999999999999999) = 0");
    row("nothing acknowledged", "+0 < . 1:1(0)");
    row("an acknowledgment number", "+0 < . 1:1(0) ack 99999999999");
    row("a window", "+0 < S 0:0(0) win 65536");
    row("an urgent pointer", "+0 < S 0:0(0) win 1 urg 65536");
    row("octets", "+0 < S 0:0(65536)");
    row("a segment size", "+0 < S 0:0(0) win 1 <mss 65536>");
    row("a shift", "+0 < S 0:0(0) win 1 <wscale 256>");
    row("a timestamp", "+0 < S 0:0(0) win 1 <TS val -1 ecr 0>");
    row("an unknown option", "+0 < S 0:0(0) win 1 <mms 1460>");
    row("lists too deep", "+0 f([[[[[[[[[[[[[[[[[[1");
}

void TestMessageText::brokenScript_isSaidInChinese()
{
    QFETCH(const QByteArray, text);
    const auto script = scriptFrom(text);
    QVERIFY2(!script, "the script is accepted");
    QCOMPARE(notChinese(script.error()), QString());
}

void TestMessageText::beginningsOfAScript_areSaidInChinese()
{
    QVERIFY(scriptFrom(goodScript));
    for (qsizetype length = 0; length < goodScript.size(); ++length) {
        for (const char* end : {"", "(", "<", "?", "x"}) {
            const auto script = scriptFrom(goodScript.left(length) + end);
            if (!script)
                QCOMPARE(notChinese(script.error()), QString());
        }
    }
}

void TestMessageText::fileItself_isSaidInChinese()
{
    for (const char* name : {"none", "none/none", "."}) {
        ReadError scenario = readScenarioAt(path(name)).error();
        ReadError script = readScriptAt(path(name)).error();
        QVERIFY(!scenario.file.empty() && !script.file.empty());
        scenario.file.clear();
        script.file.clear();
        QCOMPARE(notChinese(scenario), QString());
        QCOMPARE(notChinese(script), QString());
    }
    QFile large(path("large.pkt"));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(qint64(largestScript) + 1));
    const auto script = readScriptAt(path("large.pkt"));
    QVERIFY(!script);
    QVERIFY2(messageText(script.error().expected).contains(QStringLiteral("4 MiB")), "the limit is said");
    QCOMPARE(leftInEnglish(problemText(script.error())), QString());
}

void TestMessageText::dialog_isInChinese_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("scenario") << QStringLiteral("broken.finwait")
                              << QByteArray("{\n  \"finwait\": 1,\n  \"name\": 7\n}\n")
                              << QStringLiteral("第 3 行，第 11 列：");
    QTest::newRow("script") << QStringLiteral("broken.pkt") << QByteArray("\n+0 close(3 = 0\n")
                            << QStringLiteral("第 2 行，第 12 列：");
}

void TestMessageText::dialog_isInChinese()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    openChineseWindow();
    const QString broken = m_folder->filePath(name);
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    m_window->files().open(broken);
    const QString told = toldAbout(broken);
    QVERIFY2(told.contains(place), qPrintable(told));
    QCOMPARE(leftInEnglish(told), QString());
    dialog()->close();
}

void TestMessageText::dialog_aboutSaving_isInChinese()
{
    openChineseWindow();
    m_session->seek(20ms);
    m_session->submit(command::StretchTimer{Side::Client, TimerKind::Retransmission, longestScenarioTime * 2});
    press(Qt::Key_S, Qt::ControlModifier);
    chooseFile(path("stretched.finwait"));
    const QString told = toldAbout(path("stretched.finwait"));
    QVERIFY2(told.contains(QStringLiteral("毫秒")), qPrintable(told));
    QCOMPARE(leftInEnglish(told), QString());
    dialog()->close();
}

QTEST_MAIN(TestMessageText)
#include "tst_message_text.moc"
