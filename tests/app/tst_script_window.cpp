// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A packetdrill script in the window: played in the pictures, its text beside them, the line that has happened marked.
#include "app/pictures.h"
#include "app/scenario_files.h"
#include "app/script_io.h"
#include "app/script_text_view.h"
#include "app/window_fixture.h"
#include "scenario/scenario_reader.h"
#include "scenario/trace_bytes.h"
#include "view/words.h"

#include <QDirIterator>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <sys/stat.h>

using namespace finwait;

namespace {

const QByteArray passes = "0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n"                          // 1
                          "+0 fcntl(3, F_SETFL, O_RDWR | O_NONBLOCK) = 0\n"                        // 2
                          "+0 connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)\n" // 3
                          "+0 > S 0:0(0)\n"                                                        // 4
                          "+.1 < S. 0:0(0) ack 1 win 32767 <mss 1460>\n"                           // 5
                          "+0 > . 1:1(0) ack 1\n"                                                  // 6
                          "+.1 close(3) = 0\n"                                                     // 7
                          "+0 > F. 1:1(0) ack 1\n";                                                // 8
const QByteArray fails = passes + "+.1 < F. 1:1(0) ack 1 win 32767\n+0 > F. 1:1(0) ack 2\n";       // 9, 10

} // namespace

class TestScriptWindow
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void theTraceIsThatOfTheRun();
    void everyScriptOfOursIsPlayedAsItRan();
    void whatHasHappenedLastIsMarked();
    void whatDiffersIsMarkedAndSaid();
    void aClickOnALineGoesThere();
    void aBranchLeavesTheScript();
    void theForeignSideTakesNoPart();
    void anotherProfilePlaysItAgain();
    void savingMakesAScenario();
    void noScenarioIsCalledAScript();
    void aScenarioTakesThePanelAway();
    void aBrokenScriptIsSaidWithThePlace();
    void aPipeIsRefused();
    void linesAreThoseThatTheVerdictCounts();
    void whatIsSelectedStaysSelected();
    void aNarrowWindowHasTheScriptBelow();
    void theDiagramIsFittedBesideTheScript();
    void whatIsLeftOfADeletedScriptIsSavedAsAScenario();
    void nothingIsSaidTwiceOfAScript();
    void theScriptItselfIsNotLost();
    void aLongVerdictIsCut();
    void aDeletedScriptIsNotPlayedAgain();
    void aChangedScriptIsReadAgain();

private:
    void open(const QByteArray& text);
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] ScriptTextView& text() const { return *child<ScriptTextView>("scriptText"); }
    [[nodiscard]] QString verdict() const { return child<QLabel>("scriptVerdict")->text(); }
    [[nodiscard]] std::vector<int> markedLines() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestScriptWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
}

void TestScriptWindow::open(const QByteArray& text)
{
    QFile file(path("one.pkt"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    m_window->files().open(file.fileName());
}

std::vector<int> TestScriptWindow::markedLines() const
{
    std::vector<int> lines;
    for (const QTextEdit::ExtraSelection& mark : text().extraSelections())
        lines.push_back(mark.cursor.blockNumber() + 1);
    return lines;
}

void TestScriptWindow::theTraceIsThatOfTheRun()
{
    open(passes);
    const auto& script = m_window->files().script();
    QVERIFY(script && script->run.verdict.outcome == ScriptOutcome::Passed);
    QVERIFY(m_session->trace().records() == script->run.trace.records());
    QVERIFY(!m_session->misfit());
    QVERIFY(m_session->trace().foreign == Side::Server);
    QVERIFY(m_session->atStart());
    QVERIFY(!m_window->files().isModified());
    QVERIFY(child<QDockWidget>("scriptDock")->isVisible());
    QCOMPARE(verdict(), QStringLiteral("The endpoint does all that the script expects."));
}

void TestScriptWindow::everyScriptOfOursIsPlayedAsItRan()
{
    int count = 0;
    for (QDirIterator found(QStringLiteral(FINWAIT_SCRIPTS), {QStringLiteral("*.pkt")}); found.hasNext(); ++count) {
        const QString path = found.next();
        const auto file = readScriptAt(path);
        QVERIFY2(file, qPrintable(path));
        const PlayedScript script = playScript(*file, "rfc9293");
        const Run run = runScenario(scenarioOf(script, path));
        QVERIFY2(!run.misfit, qPrintable(path));
        QVERIFY2(run.trace.records() == script.run.trace.records(), qPrintable(path));
    }
    QVERIFY(count > 50);
}

void TestScriptWindow::whatHasHappenedLastIsMarked()
{
    open(passes);
    QCOMPARE(markedLines(), std::vector<int>());
    m_session->stepForward(); // connect, and the SYN of it
    QCOMPARE(markedLines(), (std::vector<int>{3, 4}));
    m_session->seek(100ms);
    QCOMPARE(markedLines(), std::vector<int>{6});
    m_session->stepBack();
    m_session->stepBack();
    QCOMPARE(markedLines(), std::vector<int>{5}); // on its way, if for no time
    m_session->toEnd();
    QCOMPARE(m_session->playhead(), Time(200ms)); // the script is through, though the FIN would be sent again
    QCOMPARE(markedLines(), (std::vector<int>{7, 8}));
    m_session->toEnd();
    QVERIFY(m_session->playhead() > Time(1s) && m_session->atEnd());
}

void TestScriptWindow::whatDiffersIsMarkedAndSaid()
{
    open(fails);
    QCOMPARE(markedLines(), std::vector<int>{10});
    QVERIFY2(verdict().startsWith(QStringLiteral("Line 10: expected F. 1:1(0) ack 2, got . 2:2(0) ack 2")),
             qPrintable(verdict()));
    m_session->seek(300ms);
    QCOMPARE(m_session->position(), StepIndex(m_session->trace().steps().size()));
    QVERIFY(markedLines().back() == 10);
    open("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 `reboot`\n");
    QCOMPARE(verdict(), QStringLiteral("Line 2: the command `reboot` is not played. The script ends here."));
}

void TestScriptWindow::aClickOnALineGoesThere()
{
    open(passes);
    const auto click = [this](int line) {
        const QTextBlock block = text().document()->findBlockByNumber(line - 1);
        const QPoint place = text().cursorRect(QTextCursor(block)).center() + QPoint(2, 0);
        QTest::mouseClick(text().viewport(), Qt::LeftButton, {}, place);
    };
    click(6);
    QCOMPARE(m_session->playhead(), Time(100ms));
    QCOMPARE(markedLines(), std::vector<int>{6});
    click(8);
    QCOMPARE(m_session->playhead(), Time(200ms));
    click(1);
    QVERIFY(m_session->atStart());
}

void TestScriptWindow::aBranchLeavesTheScript()
{
    open(passes);
    m_session->seek(150ms);
    QCOMPARE(markedLines(), std::vector<int>{6});
    m_session->submit(command::MakeCall{Side::Client, Abort{}});
    QCOMPARE(markedLines(), std::vector<int>());
    QVERIFY(m_window->files().isModified());
    m_session->seek(120ms);
    QCOMPARE(markedLines(), std::vector<int>{6});
}

void TestScriptWindow::theForeignSideTakesNoPart()
{
    open(passes);
    for (const char* name : {"serverCrash", "faults"}) {
        const QAction* entry = m_window->findChild<QAction*>(QString::fromLatin1(name));
        QVERIFY2(entry != nullptr, name);
        QVERIFY2(!entry->isEnabled() && !entry->toolTip().isEmpty(), name);
    }
    for (const char* name : {"serverSend", "serverReceive", "serverClose"})
        QVERIFY2(action(name)->toolTip().endsWith(words::refusalText(Refusal::HostIsForeign)), name);
    m_session->submit(command::MakeCall{Side::Server, OpenPassive{}});
    QVERIFY(stateOf(Side::Server) == State::Closed);
}

void TestScriptWindow::anotherProfilePlaysItAgain()
{
    open(fails);
    QVERIFY(verdict().startsWith(QStringLiteral("Line 10")));
    action("profile-freebsd")->trigger(); // its FIN goes out again with the acknowledgment
    QCOMPARE(verdict(), QStringLiteral("The endpoint does all that the script expects."));
    QCOMPARE(m_session->scenario().profile.client, std::string("freebsd"));
    QVERIFY(!m_window->files().isModified());
}

void TestScriptWindow::savingMakesAScenario()
{
    open(passes);
    const std::vector<Record> before = m_session->trace().records();
    action("saveFile")->trigger();
    chooseFile(path("saved.finwait"));
    if (auto* message = qobject_cast<QMessageBox*>(dialog()))
        QFAIL(qPrintable(message->text() + message->informativeText()));
    QVERIFY(QFile::exists(path("saved.finwait")));
    QVERIFY(!child<QDockWidget>("scriptDock")->isVisible());
    m_window->files().open(path("saved.finwait"));
    QVERIFY(m_session->trace().records() == before);
    QVERIFY(m_session->trace().foreign == Side::Server);
}

void TestScriptWindow::noScenarioIsCalledAScript()
{
    open(passes);
    action("saveFileAs")->trigger();
    chooseFile(path("two.pkt"));
    QVERIFY(!QFile::exists(path("two.pkt")));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message != nullptr && message->informativeText().contains(QStringLiteral(".finwait")));
    message->reject();
}

void TestScriptWindow::aScenarioTakesThePanelAway()
{
    open(passes);
    m_window->files().make();
    QVERIFY(!m_window->files().script());
    QVERIFY(!child<QDockWidget>("scriptDock")->isVisible());
}

void TestScriptWindow::aBrokenScriptIsSaidWithThePlace()
{
    open("0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 > Q 0:0(0)\n");
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message != nullptr);
    QVERIFY2(message->informativeText().contains(QStringLiteral("Line 2")), qPrintable(message->informativeText()));
    QVERIFY(!m_window->files().script());
    message->reject();
}

/// Others than \n are no ends of lines, whatever Qt makes of them.
void TestScriptWindow::linesAreThoseThatTheVerdictCounts()
{
    open("// one\r// two\r\n// a\xe2\x80\xa9"
         "b\xe2\x80\xa8"
         "c\n"
         + fails);
    QVERIFY2(verdict().startsWith(QStringLiteral("Line 12:")), qPrintable(verdict()));
    QCOMPARE(text().blockCount(), 13);
    QCOMPARE(text().document()->findBlockByNumber(11).text(), QStringLiteral("+0 > F. 1:1(0) ack 2"));
    QCOMPARE(text().document()->findBlockByNumber(0).text(), QStringLiteral("// one // two"));
    QCOMPARE(text().tabStopDistance(), 8.0 * text().fontMetrics().horizontalAdvance(u' '));
}

void TestScriptWindow::whatIsSelectedStaysSelected()
{
    open(passes + QByteArray(100, '\n') + "+1 < . 1:1(0) ack 2 win 32767\n"); // 109
    text().setTextCursor(QTextCursor(text().document()->findBlockByNumber(0)));
    text().moveCursor(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
    const QString selected = text().textCursor().selectedText();
    QVERIFY(!selected.isEmpty());
    m_session->seek(1300ms);
    QCOMPARE(markedLines(), std::vector<int>{109});
    QCOMPARE(text().textCursor().selectedText(), selected);
    const int middle = text().cursorRect(QTextCursor(text().document()->findBlockByNumber(108))).center().y();
    QVERIFY(middle > 0 && middle < text().viewport()->height());
}

void TestScriptWindow::aNarrowWindowHasTheScriptBelow()
{
    m_window->resize(800, 600);
    QCoreApplication::processEvents();
    open(passes);
    QCoreApplication::processEvents();
    auto* dock = child<QDockWidget>("scriptDock");
    QCOMPARE(m_window->size(), QSize(800, 600));
    QVERIFY(m_window->minimumSizeHint().width() <= 800);
    QVERIFY(m_window->dockWidgetArea(dock) == Qt::BottomDockWidgetArea);
    QVERIFY2(!text().visibleRegion().isEmpty(), "in front of the events");
    QVERIFY(text().width() > 300);
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    QVERIFY(m_window->dockWidgetArea(dock) == Qt::RightDockWidgetArea);
    QVERIFY(!text().visibleRegion().isEmpty());
    QVERIFY(!child<QDockWidget>("eventsDock")->visibleRegion().isEmpty());
}

/// The pictures have another width when the script has come: they are divided for that one.
void TestScriptWindow::theDiagramIsFittedBesideTheScript()
{
    m_window->resize(1280, 800);
    for (const QByteArray& script : {passes, fails}) {
        open(script);
        QCoreApplication::processEvents();
        const int width = child<QWidget>("diagram")->width();
        m_window->pictures().arrange(std::nullopt);
        QCOMPARE(child<QWidget>("diagram")->width(), width);
    }
}

void TestScriptWindow::whatIsLeftOfADeletedScriptIsSavedAsAScenario()
{
    open(passes);
    const Scenario played = m_window->files().scenario();
    QVERIFY(QFile::remove(path("one.pkt")));
    m_window->files().restore(played, path("one.pkt"));
    QVERIFY(!m_window->files().script());
    action("saveFile")->trigger();
    QVERIFY2(qobject_cast<QFileDialog*>(dialog()) != nullptr, "it asks for a name");
    chooseFile(path("saved.finwait"));
    QVERIFY(QFile::exists(path("saved.finwait")));
    QVERIFY(!m_window->files().isModified());
}

void TestScriptWindow::nothingIsSaidTwiceOfAScript()
{
    open(passes);
    QCOMPARE(child<QTextEdit>("scenarioPage")->toPlainText().count(QStringLiteral("one")), 1);
}

void TestScriptWindow::theScriptItselfIsNotLost()
{
    open(passes);
    m_session->seek(150ms);
    for (const char* others : {"", ": 1."}) {
        m_session->submit(command::MakeCall{Side::Client, Abort{}});
        m_window->files().make();
        auto* question = qobject_cast<QMessageBox*>(dialog());
        QVERIFY(question != nullptr);
        const QString told = question->informativeText();
        QCOMPARE(told.count(u'\n'), *others == 0 ? 0 : 1);
        QVERIFY2(told.endsWith(QString::fromLatin1(others)), qPrintable(told));
        question->reject();
        m_session->seek(120ms);
    }
}

/// All of it is in the script; the window stays as it was.
void TestScriptWindow::aLongVerdictIsCut()
{
    for (const QByteArray& word : {QByteArray(3000, 'x'), QByteArray("echo y ").repeated(500)}) {
        const QSize before = m_window->size();
        open(passes + "+.1 `" + word + "`\n");
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), before);
        const auto* label = child<QLabel>("scriptVerdict");
        QVERIFY2(label->text().size() < 300, qPrintable(label->text()));
        QVERIFY(label->text().startsWith(QStringLiteral("Line 9:")));
        QVERIFY(label->text().endsWith(QStringLiteral("The script ends here.")));
        QVERIFY(text().height() > label->height());
    }
}

void TestScriptWindow::aDeletedScriptIsNotPlayedAgain()
{
    open(fails);
    QVERIFY(QFile::remove(path("one.pkt")));
    action("profile-freebsd")->trigger();
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message != nullptr && message->text().contains(QStringLiteral("one.pkt")));
    message->reject();
    QVERIFY(action("profile-rfc9293")->isChecked() && !action("profile-freebsd")->isChecked());
    QVERIFY(verdict().startsWith(QStringLiteral("Line 10")));
    QVERIFY(m_window->files().script() && !m_window->files().isModified());
}

void TestScriptWindow::aChangedScriptIsReadAgain()
{
    open(fails);
    QFile file(path("one.pkt"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(passes) == passes.size());
    file.close();
    action("playAgain")->trigger(); // which is about what is open
    QVERIFY(verdict().startsWith(QStringLiteral("Line 10")));
    action("profile-linux")->trigger();
    QCOMPARE(verdict(), QStringLiteral("The endpoint does all that the script expects."));
    QCOMPARE(text().toPlainText(), QString::fromLatin1(passes));
    QVERIFY(m_session->trace().records() == m_window->files().script()->run.trace.records());
}

// Whoever reads it waits for somebody who writes.
void TestScriptWindow::aPipeIsRefused()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe.pkt")).constData(), 0600), 0);
    m_window->files().open(path("pipe.pkt"));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message != nullptr);
    QCOMPARE(message->informativeText(), QStringLiteral("It is no ordinary file."));
    message->reject();
}

QTEST_MAIN(TestScriptWindow)
#include "tst_script_window.moc"
