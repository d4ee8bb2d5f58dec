// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scenarios as files in the window: opened, changed, saved and opened again, and nothing is lost without a question.
#include "app/fault_rule_model.h"
#include "app/scenario_files.h"
#include "app/scenario_io.h"
#include "app/window_fixture.h"
#include "core/stack_profile.h"
#include "export/path_check.h"
#include "scenario/library.h"
#include "scenario/scenario_reader.h"
#include "scenario/trace_bytes.h"
#include "view/diagram_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

class TestScenarioFiles
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }

    void newScenario_hasNothingPlanned();
    void saveAndOpen_giveTheSameAgain();
    void saveAs_addsTheSuffix();
    void save_writesToTheOpenFile();
    void title_marksWhatIsNotSaved();
    void cancel_keepsWhatIsThere();
    void discard_goesOn();
    void saveInTheQuestion_savesAndGoesOn();
    void openConnection_asks();
    void quit_asks();
    void brokenFile_isSaidWithThePlace();
    void foreignBytes_areSaid();
    void unwritable_isSaid();
    void recent_lastOneFirst();
    void recent_missingFileLeavesTheList();
    void drop_opensTheFile();
    void drop_ofSeveralIsRefused();
    void ownName_becomesThatOfTheFile();
    void promiseThatHoldsNoMore_isNotSaved();
    void savedAs_isCalledLikeTheFile();
    void deeds_areChanges();
    void deeds_areSavedAndPlayedAgain();
    void savedDeeds_keepWhatIsExpected_data();
    void savedDeeds_keepWhatIsExpected();
    void deeds_areAskedForOnce();
    void otherBranches_areToldInTheSameQuestion();
    void otherBranches_areAskedForWhenAllIsSaved();
    void beginningAgain_asks();
    void faultsFromTheStart_leaveDeedsBehind();
    void faultsFromTheStart_cancelled_areStillBeingEdited();
    void deedsThatDoNotFit_areSaid();
    void deedsThatCannotBeWritten_areSaid();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    void change();
    void loseTheSyn();
    void abortAt(Time time);
    void saveAs(const QString& path);
    void openFile(const QString& path);
    void click(const char* button);
    void writeFile(const QString& path, const QByteArray& content);
    void drag(QEvent::Type type, QMimeData& data, bool& accepted);
    [[nodiscard]] QMenu* recentMenu() const { return child<QMenu>("recentFiles"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestScenarioFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
    m_settings->setScenarioFolder(m_folder->path());
}

/// As the dialogs about the network do.
void TestScenarioFiles::change()
{
    Scenario scenario = m_session->scenario();
    scenario.network.delay.client += 5ms;
    m_session->load(scenario);
}

/// Before it would have arrived, so it is another branch.
void TestScenarioFiles::loseTheSyn()
{
    m_session->seek(20ms);
    QCOMPARE(m_session->simulator().network().inFlight().size(), 1U);
    m_session->submit(command::Drop{m_session->simulator().network().inFlight().front().flight});
}

void TestScenarioFiles::abortAt(Time time)
{
    m_session->seek(time);
    m_session->submit(command::MakeCall{Side::Client, Abort{}});
}

void TestScenarioFiles::saveAs(const QString& path)
{
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    chooseFile(path);
}

void TestScenarioFiles::openFile(const QString& path)
{
    press(Qt::Key_O, Qt::ControlModifier);
    chooseFile(path);
}

void TestScenarioFiles::click(const char* button)
{
    auto* box = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(box);
    for (QAbstractButton* each : box->buttons()) {
        if (each->text() == QLatin1String(button)) {
            QTest::mouseClick(each, Qt::LeftButton);
            return;
        }
    }
    QFAIL(button);
}

void TestScenarioFiles::writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TestScenarioFiles::newScenario_hasNothingPlanned()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_session->scenario().plan.empty());
    QVERIFY(m_session->atEnd());
    QCOMPARE(stateOf(Side::Server), State::Closed);
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(child<QComboBox>("scenarios")->currentText(), QStringLiteral("A connection of your own"));
}

void TestScenarioFiles::saveAndOpen_giveTheSameAgain()
{
    change();
    const Scenario changed = m_session->scenario();
    saveAs(path("lab.finwait"));
    QVERIFY(QFile::exists(path("lab.finwait")));
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
    openFile(path("lab.finwait"));
    QCOMPARE(m_session->scenario().network, changed.network);
    QCOMPARE(m_session->scenario().plan, changed.plan);
    QCOMPARE(m_session->scenario().description, changed.description);
    QCOMPARE(child<QComboBox>("scenarios")->currentText(), QStringLiteral("Client closes first (lab)"));
    QVERIFY(!m_window->isWindowModified());
}

void TestScenarioFiles::saveAs_addsTheSuffix()
{
    press(Qt::Key_S, Qt::ControlModifier); // of no file
    chooseFile(path("lab"));
    QVERIFY(QFile::exists(path("lab.finwait")));
    QVERIFY2(statusText().contains(QStringLiteral("lab.finwait")), qPrintable(statusText()));
}

void TestScenarioFiles::save_writesToTheOpenFile()
{
    saveAs(path("lab.finwait"));
    change();
    const NetworkConfig network = m_session->scenario().network;
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!dialog());
    const auto read = readScenarioAt(path("lab.finwait"));
    QVERIFY(read);
    QCOMPARE(read->network, network);
}

void TestScenarioFiles::title_marksWhatIsNotSaved()
{
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Client closes first[*] - Finwait"));
    saveAs(path("a[*]b.finwait"));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("a[*][*]b.finwait[*] - Finwait"));
    QVERIFY(!m_window->isWindowModified());
    change();
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_F5); // begins again what is there
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!m_window->isWindowModified());
}

void TestScenarioFiles::cancel_keepsWhatIsThere()
{
    change();
    const Scenario changed = m_session->scenario();
    auto* box = child<QComboBox>("scenarios");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    click("Cancel");
    QCOMPARE(m_session->scenario(), changed);
    QCOMPARE(box->currentIndex(), 0);
    press(Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario(), changed);
    QVERIFY(action("client-closes-first")->isChecked());
    QVERIFY(!action(scenarioLibrary()[2].name.c_str())->isChecked());
    QVERIFY(m_window->isWindowModified());
}

void TestScenarioFiles::discard_goesOn()
{
    change();
    press(Qt::Key_N, Qt::ControlModifier);
    click("&Discard");
    QVERIFY(m_session->scenario().plan.empty());
    QVERIFY(!m_window->isWindowModified());
}

void TestScenarioFiles::saveInTheQuestion_savesAndGoesOn()
{
    change();
    const NetworkConfig network = m_session->scenario().network;
    press(Qt::Key_2, Qt::ControlModifier);
    click("&Save");
    QCOMPARE(m_session->scenario().network, network); // it has no file yet
    chooseFile(path("kept.finwait"));
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
    QCOMPARE(readScenarioAt(path("kept.finwait"))->network, network);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Server closes first")));
}

void TestScenarioFiles::openConnection_asks()
{
    change();
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    acceptDialog();
    QVERIFY(qobject_cast<QMessageBox*>(dialog()));
    click("&Discard");
    QVERIFY(m_session->isPlaying());
    QVERIFY2(m_window->isWindowModified(), "it is in no file");
}

void TestScenarioFiles::quit_asks()
{
    change();
    press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(m_window->isVisible());
    click("Cancel");
    QVERIFY(m_window->isVisible());
    press(Qt::Key_Q, Qt::ControlModifier);
    click("&Discard");
    QVERIFY(!m_window->isVisible());
}

void TestScenarioFiles::brokenFile_isSaidWithThePlace()
{
    change();
    const Scenario before = m_session->scenario();
    writeFile(path("broken.finwait"), "{\n  \"finwait\": 1,\n  \"name\": 7\n}\n");
    openFile(path("broken.finwait"));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->text().contains(path("broken.finwait")), qPrintable(message->text()));
    const QString details = message->informativeText();
    QVERIFY2(details.contains(QStringLiteral("Line 3, column 11")), qPrintable(details));
    QVERIFY2(details.contains(QStringLiteral("Expected here: a name")), qPrintable(details));
    click("Close");
    QVERIFY2(m_session->scenario() == before, "nothing that was open is lost");
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_settings->recentFiles().isEmpty());
}

void TestScenarioFiles::foreignBytes_areSaid()
{
    writeFile(path("picture.png"), QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
    openFile(path("picture.png"));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->informativeText().contains(QStringLiteral("Line 1")), qPrintable(message->informativeText()));
    click("Close");
    QCOMPARE(m_session->scenario().name, std::string("client-closes-first"));
}

void TestScenarioFiles::unwritable_isSaid()
{
    change();
    saveAs(QStringLiteral("/proc/lab.finwait"));
    QVERIFY(qobject_cast<QMessageBox*>(dialog()));
    click("Close");
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->files().path().isEmpty());
}

void TestScenarioFiles::recent_lastOneFirst()
{
    QVERIFY(!recentMenu()->isEnabled());
    saveAs(path("one.finwait"));
    saveAs(path("two & more.finwait"));
    QVERIFY(recentMenu()->isEnabled());
    makeWindow();
    const QList<QAction*> entries = recentMenu()->actions();
    QCOMPARE(entries.size(), 4); // with a separator and the one that clears
    QCOMPARE(entries[0]->text(), QStringLiteral("&1  two && more.finwait"));
    entries[1]->trigger();
    QCOMPARE(m_window->files().path(), path("one.finwait"));
    QCOMPARE(recentMenu()->actions().first()->text(), QStringLiteral("&1  one.finwait"));
    recentMenu()->actions().last()->trigger();
    QVERIFY(!recentMenu()->isEnabled());
    QVERIFY(m_settings->recentFiles().isEmpty());
}

void TestScenarioFiles::recent_missingFileLeavesTheList()
{
    saveAs(path("gone.finwait"));
    saveAs(path("here.finwait"));
    QVERIFY(QFile::remove(path("gone.finwait")));
    recentMenu()->actions().at(1)->trigger();
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->text().contains(path("gone.finwait")), qPrintable(message->text()));
    click("Close");
    QCOMPARE(m_settings->recentFiles(), QStringList(path("here.finwait")));
    QCOMPARE(m_window->files().path(), path("here.finwait"));
}

/// Where a file manager would: on the viewport of the diagram.
void TestScenarioFiles::drag(QEvent::Type type, QMimeData& data, bool& accepted)
{
    QWidget* target = child<DiagramView>("diagram")->viewport();
    const QPoint at = target->rect().center();
    std::unique_ptr<QDropEvent> event;
    if (type == QEvent::Drop)
        event = std::make_unique<QDropEvent>(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    else
        event = std::make_unique<QDragEnterEvent>(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    event->ignore();
    while (target && !target->acceptDrops()) // so does the window system's event
        target = target->parentWidget();
    QVERIFY(target);
    QCoreApplication::sendEvent(target, event.get());
    accepted = event->isAccepted();
}

void TestScenarioFiles::drop_opensTheFile()
{
    saveAs(path("dragged.finwait"));
    press(Qt::Key_2, Qt::ControlModifier);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("dragged.finwait"))});
    bool accepted = false;
    drag(QEvent::DragEnter, data, accepted);
    QVERIFY(accepted);
    drag(QEvent::Drop, data, accepted);
    QVERIFY(accepted);
    QCOMPARE(m_window->files().path(), path("dragged.finwait"));
}

void TestScenarioFiles::drop_ofSeveralIsRefused()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("a.finwait")), QUrl::fromLocalFile(path("b.finwait"))});
    bool accepted = true;
    drag(QEvent::DragEnter, data, accepted);
    QVERIFY(!accepted);
    data.setUrls({QUrl(QStringLiteral("https://example.org/a.finwait"))});
    drag(QEvent::DragEnter, data, accepted);
    QVERIFY(!accepted);
}

void TestScenarioFiles::ownName_becomesThatOfTheFile()
{
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    acceptDialog();
    saveAs(path("Übung 3: FIN.finwait"));
    const auto read = readScenarioAt(path("Übung 3: FIN.finwait"));
    QVERIFY(read);
    QCOMPARE(read->name, std::string("bung-3-fin"));
    QCOMPARE(QString::fromStdString(read->title.in("zh_CN")), QStringLiteral("Übung 3: FIN"));
    QVERIFY(!read->plan.empty());
}

void TestScenarioFiles::promiseThatHoldsNoMore_isNotSaved()
{
    saveAs(path("same.finwait"));
    QCOMPARE(readScenarioAt(path("same.finwait"))->expected, scenarioLibrary().front().expected);
    Scenario scenario = m_session->scenario();
    scenario.plan.clear();
    m_session->load(scenario);
    saveAs(path("other.finwait"));
    QVERIFY(readScenarioAt(path("other.finwait"))->expected.client.empty());
}

void TestScenarioFiles::savedAs_isCalledLikeTheFile()
{
    press(Qt::Key_N, Qt::ControlModifier);
    saveAs(path("Lesson 1.finwait"));
    auto* box = child<QComboBox>("scenarios");
    QCOMPARE(box->currentText(), QStringLiteral("Lesson 1"));
    saveAs(path("Lesson 2.finwait"));
    QCOMPARE(box->currentText(), QStringLiteral("Lesson 2"));
    QCOMPARE(readScenarioAt(path("Lesson 2.finwait"))->name, std::string("lesson-2"));
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_1, Qt::ControlModifier);
    saveAs(path("copy.finwait"));
    QCOMPARE(box->currentText(), QStringLiteral("Client closes first (copy)"));
    QVERIFY(!action("client-closes-first")->isChecked());
    QVERIFY(readScenarioAt(path("copy.finwait"))->title == findScenario("client-closes-first")->title);
    QCOMPARE(readScenarioAt(path("copy.finwait"))->name, std::string("copy"));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("copy.finwait")));
    saveAs(path("copy 2.finwait"));
    QCOMPARE(readScenarioAt(path("copy 2.finwait"))->name, std::string("copy-2"));
    press(Qt::Key_N, Qt::ControlModifier);
    saveAs(path("第一课.finwait"));
    QCOMPARE(box->currentText(), QStringLiteral("第一课"));
}

void TestScenarioFiles::deeds_areChanges()
{
    m_session->toEnd();
    m_session->toStart();
    QVERIFY(!m_window->isWindowModified());
    loseTheSyn();
    QVERIFY(m_window->isWindowModified());
    const BranchId second = m_session->currentBranch();
    m_session->switchTo(m_session->branches().front().id);
    QVERIFY(!m_window->isWindowModified());
    m_session->switchTo(second);
    QVERIFY(m_window->isWindowModified());
    saveAs(path("lost.finwait"));
    QVERIFY(!m_window->isWindowModified());
    abortAt(m_session->end());
    QVERIFY(m_window->isWindowModified());
}

void TestScenarioFiles::deeds_areSavedAndPlayedAgain()
{
    press(Qt::Key_N, Qt::ControlModifier);
    m_session->submit(command::MakeCall{Side::Server, OpenPassive{}});
    m_session->submit(command::MakeCall{Side::Client, OpenActive{}});
    loseTheSyn();
    NetworkConfig slow = m_session->simulator().network().config();
    slow.rules = {FaultRule{true, {.kind = SegmentKind::Fin, .times = 1}, fault::Drop{}}};
    m_session->submit(command::ChangeNetwork{slow}); // "From here on"
    m_session->toEnd();
    QCOMPARE(stateOf(Side::Client), State::Established);
    m_session->submit(command::MakeCall{Side::Client, Close{}});
    m_session->toEnd();
    const std::vector<Done> done = m_session->done();
    QCOMPARE(done.size(), 5U);
    const std::string trace = bytesOf(m_session->trace());
    saveAs(path("clicked.finwait"));
    QCOMPARE(m_session->playhead(), m_session->end()); // it goes on where it was

    const auto saved = readScenarioAt(path("clicked.finwait"));
    QVERIFY(saved);
    QVERIFY(saved->done == done);
    QVERIFY(bytesOf(runScenario(*saved).trace) == trace);
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!dialog());
    openFile(path("clicked.finwait"));
    QVERIFY(m_session->atStart());
    QCOMPARE(m_session->branches().size(), 1U);
    QVERIFY(bytesOf(m_session->trace()) == trace);
    QVERIFY(m_session->done() == done);
    QVERIFY(!m_window->isWindowModified());
}

void TestScenarioFiles::savedDeeds_keepWhatIsExpected_data()
{
    QTest::addColumn<QString>("name");
    for (const Scenario& scenario : scenarioLibrary())
        QTest::newRow(scenario.name.c_str()) << QString::fromStdString(scenario.name);
}

/// Whatever is saved, `finwait run FILE --check` says at once that all is as expected; and with another profile, if
/// what was done fits there.
void TestScenarioFiles::savedDeeds_keepWhatIsExpected()
{
    QFETCH(QString, name);
    Session session;
    session.load(*findScenario(name.toStdString()));
    session.seek(session.trace().end() / 2);
    session.submit(command::StretchTimer{Side::Client, TimerKind::Retransmission, 1ms}); // may be refused
    session.submit(command::ChangeClockwork{Side::Client, {.msl = 50ms}});
    if (name.size() % 2 == 0)
        session.submit(command::MakeCall{Side::Server, Abort{}});
    session.toEnd();
    Scenario scenario = session.scenario();
    scenario.done = session.done();
    Scenario saved = scenarioForFile(scenario, path("any.finwait"), {});
    const Run run = runScenario(saved);
    QVERIFY(!run.misfit);
    QVERIFY(pathDifferences(saved, run.trace).empty());
    for (const StackProfile& profile : stackProfiles()) {
        saved.profile = {std::string(profile.name), std::string(profile.name)};
        QVERIFY(pathDifferences(saved, runScenario(saved).trace).empty());
    }
}

void TestScenarioFiles::deeds_areAskedForOnce()
{
    loseTheSyn();
    QCOMPARE(m_session->branches().size(), 2U);
    press(Qt::Key_Q, Qt::ControlModifier);
    auto* question = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(question);
    QVERIFY(!question->informativeText().contains(QStringLiteral("branch")));
    click("&Discard");
    QVERIFY(!dialog());
    QVERIFY(!m_window->isVisible());
}

void TestScenarioFiles::otherBranches_areToldInTheSameQuestion()
{
    loseTheSyn();
    abortAt(15ms);
    QCOMPARE(m_session->branches().size(), 3U);
    press(Qt::Key_2, Qt::ControlModifier);
    auto* question = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(question);
    QVERIFY2(question->informativeText().contains(QStringLiteral("by hand: 1.")),
             qPrintable(question->informativeText()));
    click("&Save");
    chooseFile(path("one.finwait"));
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[1].name);
    QCOMPARE(readScenarioAt(path("one.finwait"))->done.size(), 1U);
}

void TestScenarioFiles::otherBranches_areAskedForWhenAllIsSaved()
{
    loseTheSyn();
    saveAs(path("lost.finwait"));
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY2(!dialog(), "the other branch has nothing that was done by hand");
    loseTheSyn();
    m_session->switchTo(m_session->branches().front().id);
    press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(dialog());
    QCOMPARE(dialog()->objectName(), QStringLiteral("branchQuestion"));
    click("Cancel");
    QVERIFY(m_window->isVisible());
    press(Qt::Key_Q, Qt::ControlModifier);
    click("&Go on");
    QVERIFY(!m_window->isVisible());
}

void TestScenarioFiles::beginningAgain_asks()
{
    press(Qt::Key_F5);
    QVERIFY(!dialog());
    abortAt(m_session->end());
    QCOMPARE(m_session->branches().size(), 1U);
    press(Qt::Key_F5);
    click("Cancel");
    QVERIFY(!m_session->done().empty());
    press(Qt::Key_F5);
    click("&Go on");
    QVERIFY(m_session->done().empty());
    abortAt(15ms);
    saveAs(path("aborted.finwait"));
    press(Qt::Key_F5); // as it was saved
    QVERIFY(!dialog());
    QCOMPARE(m_session->done().size(), 1U);
    QVERIFY(m_session->atStart());
    QVERIFY(!m_window->isWindowModified());
}

void TestScenarioFiles::faultsFromTheStart_leaveDeedsBehind()
{
    abortAt(15ms);
    saveAs(path("aborted.finwait"));
    pick("faults");
    auto* again = dialog()->findChild<QPushButton*>(QStringLiteral("again"));
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(dialog()->objectName(), QStringLiteral("branchQuestion"));
    click("&Go on");
    QVERIFY(m_session->done().empty());
    QVERIFY(m_window->isWindowModified());
}

void TestScenarioFiles::faultsFromTheStart_cancelled_areStillBeingEdited()
{
    abortAt(15ms);
    pick("faults");
    QDialog* faults = dialog();
    QTest::mouseClick(faults->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    auto* again = faults->findChild<QPushButton*>(QStringLiteral("again"));
    QTest::mouseClick(again, Qt::LeftButton);
    click("Cancel");
    QCOMPARE(dialog(), faults);
    QCOMPARE(faults->findChild<FaultRuleModel*>()->rowCount(), 1);
    QCOMPARE(m_session->done().size(), 1U);
    QTest::mouseClick(again, Qt::LeftButton);
    click("&Go on");
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().network.rules.size(), 1U);
    QVERIFY(m_session->isPlaying());
}

void TestScenarioFiles::deedsThatDoNotFit_areSaid()
{
    loseTheSyn();
    abortAt(m_session->end());
    saveAs(path("lost.finwait"));
    QByteArray text = contentsOf(path("lost.finwait"));
    QVERIFY(text.contains("\"drop\": 0"));
    writeFile(path("lost.finwait"), text.replace("\"drop\": 0", "\"drop\": 9"));
    press(Qt::Key_F5);
    openFile(path("lost.finwait"));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->text().contains(QStringLiteral("lost.finwait")), qPrintable(message->text()));
    QVERIFY2(message->informativeText().startsWith(QStringLiteral("Number 1 of what was done by hand")),
             qPrintable(message->informativeText()));
    click("Close");
    QVERIFY(m_session->done().empty());
    QVERIFY2(m_window->isWindowModified(), "it is not what is in the file");
}

void TestScenarioFiles::deedsThatCannotBeWritten_areSaid()
{
    m_session->seek(20ms);
    m_session->submit(command::StretchTimer{Side::Client, TimerKind::Retransmission, longestScenarioTime * 2});
    saveAs(path("stretched.finwait"));
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->informativeText().contains(QStringLiteral("could not be read again")),
             qPrintable(message->informativeText()));
    click("Close");
    QVERIFY(!QFile::exists(path("stretched.finwait")));
    QVERIFY(m_window->isWindowModified());
}

QTEST_MAIN(TestScenarioFiles)
#include "tst_scenario_files.moc"
