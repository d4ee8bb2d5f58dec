// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// File, Export packetdrill script, clicked in the real window: a file of the end that was picked, or a message that
// says what no script can say.
#include "app/scenario_titles.h"
#include "app/script_io.h"
#include "app/script_save.h"
#include "app/window_fixture.h"
#include "scenario/library.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

class TestScriptExport
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }
    void eachEnd_hasItsFile();
    void suggestedName_isThatOfTheScenario();
    void scriptThatEndsEarly_isWrittenAndSaysWhy();
    void whatNoScriptCanSay_isSaid();
    void fileThatCannotBeWritten_isSaid();

private:
    /// What the command line writes of the same.
    [[nodiscard]] QByteArray expected(Side view) const;
    [[nodiscard]] QString inFolder(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void closeMessage(const QString& whichSays);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestScriptExport::init()
{
    begin();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session->load(*findScenario("lost-fin"));
}

QByteArray TestScriptExport::expected(Side view) const
{
    const Scenario& scenario = m_session->scenario();
    const SavedScript saved =
        saveScript(m_session->trace(), scenario, view, scenarioTitle(scenario), inFolder("expected.pkt"));
    return saved.error.isEmpty() ? contentsOf(inFolder("expected.pkt")) : saved.error.toUtf8();
}

void TestScriptExport::closeMessage(const QString& whichSays)
{
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->informativeText().contains(whichSays), qPrintable(message->informativeText()));
    message->reject();
}

void TestScriptExport::eachEnd_hasItsFile()
{
    press(Qt::Key_End);
    press(Qt::Key_G, Qt::ControlModifier);
    chooseFile(inFolder("client.pkt"));
    QVERIFY(statusText().contains(inFolder("client.pkt")));
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    chooseFile(inFolder("server")); // gets the suffix
    QVERIFY(!dialog());
    QCOMPARE(contentsOf(inFolder("client.pkt")), expected(Side::Client));
    QCOMPARE(contentsOf(inFolder("server.pkt")), expected(Side::Server));
    QVERIFY(contentsOf(inFolder("client.pkt")) != contentsOf(inFolder("server.pkt")));
    QVERIFY(contentsOf(inFolder("client.pkt")).contains("TCPI_FIN_WAIT_2"));
    QCOMPARE(m_settings->exportFolder(), m_folder->path());
    const auto file = readScriptAt(inFolder("server.pkt"));
    QVERIFY(file);
    QVERIFY(playScript(*file, "rfc9293").run.verdict.outcome == ScriptOutcome::Passed);
}

void TestScriptExport::suggestedName_isThatOfTheScenario()
{
    pick("scriptOfServer");
    auto* chooser = qobject_cast<QFileDialog*>(dialog());
    QVERIFY(chooser);
    QVERIFY(chooser->selectedFiles().constFirst().endsWith(QStringLiteral("/lost-fin.pkt")));
    chooser->reject();
    QVERIFY(!dialog());
}

void TestScriptExport::scriptThatEndsEarly_isWrittenAndSaysWhy()
{
    m_session->load(*findScenario("user-timeout"));
    press(Qt::Key_End);
    pick("scriptOfClient");
    chooseFile(inFolder("early.pkt"));
    QVERIFY(statusText().contains(inFolder("early.pkt")));
    closeMessage(QStringLiteral("The script ends before 5.550 s: a user timeout runs out"));
    QVERIFY(contentsOf(inFolder("early.pkt")).contains("// The script ends before 5.55 s: a user timeout runs out"));
}

void TestScriptExport::whatNoScriptCanSay_isSaid()
{
    Scenario scenario = m_session->scenario();
    scenario.clockwork.client.clockPermille = 1003;
    m_session->load(scenario);
    press(Qt::Key_End);
    pick("scriptOfClient");
    chooseFile(inFolder("none.pkt"));
    closeMessage(QStringLiteral("the clock of that end is not right"));
    QVERIFY(!QFile::exists(inFolder("none.pkt")));
}

void TestScriptExport::fileThatCannotBeWritten_isSaid()
{
    if (!QFile::exists(QStringLiteral("/proc/self")))
        QSKIP("there is no /proc, a folder in which nobody can make a file");
    press(Qt::Key_End);
    pick("scriptOfClient");
    chooseFile(QStringLiteral("/proc/script.pkt"));
    closeMessage(QStringLiteral("/proc/script.pkt"));
}

QTEST_MAIN(TestScriptExport)
#include "tst_script_export.moc"
