// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is not saved outlives a process that is killed, and only that.
#include "app/recovery.h"
#include "app/scenario_files.h"
#include "app/scenario_io.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace finwait;

namespace {

Scenario changedScenario()
{
    Scenario scenario = *findScenario("abort");
    scenario.network.delay.client = 123ms;
    scenario.done = {{0, 0ms, command::ForgetPlan{Side::Server}}, {1, 20ms, command::Drop{0}}};
    return scenario;
}

/// The connection as it was loaded, and the client's SYN lost by hand.
std::vector<KeptBranch> twoBranches(const Scenario& scenario)
{
    Session session;
    session.load(scenario);
    session.seek(20ms);
    session.submit(command::Drop{0});
    session.renameBranch(session.currentBranch(), QStringLiteral("no SYN"));
    session.switchTo(session.branches().front().id);
    return session.keptBranches();
}

/// As a killed process leaves it; without its lock.
void leaveBehind(const QString& folder, const QByteArray& text)
{
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + QStringLiteral("/x.unsaved"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// The text of what a store keeps.
template <typename Kept>
QByteArray textOf(const Kept& kept)
{
    const QTemporaryDir folder;
    RecoveryStore store(folder.path());
    store.keep(kept);
    QFile file(folder.filePath(QDir(folder.path()).entryList({QStringLiteral("*.unsaved")}).value(0)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the other process does: it puts something aside, and waits to be killed.
int holdUnsaved(const QString& folder)
{
    RecoveryStore store(folder);
    const bool kept = store.keep(Unsaved{changedScenario(), QStringLiteral("/home/x/lab.finwait")});
    std::puts(kept ? "kept" : "failed");
    std::fflush(stdout);
    return std::getchar();
}

} // namespace

class TestRecovery
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void cleanEnd_leavesNothing();
    void livingProcess_keepsItsOwn();
    void killedProcess_leavesItBehind();
    void oneIsOfferedOnce();
    void unreadable_isNotOffered();
    void change_isPutAside();
    void deed_isPutAside();
    void saved_isForgotten();
    void restore_bringsItBack();
    void discard_removesIt();
    void later_keepsIt();
    void branchesAndPlayhead_areReadAsTheyWereWritten();
    void oneRunOfAnOlderVersion_isStillRead();
    void branchesThatDoNotFitTogether_areNotOffered();
    void restore_bringsBranchesAndPlayheadBack();
    void restore_saysWhichBranchDoesNotFit();
    void branches_arePutAsideThoughTheScenarioIsSaved();
    void savedFile_isOpenedAgainWithoutAQuestion();
    void savedFile_isOpenedOnlyOnce();
    void savedFile_thatIsGone_isNoMatter();
    void nothingLeft_nothingAsked();

private:
    void makeRecovery();
    void startOther();
    void killOther();
    void change() { m_session->load(changedScenario()); }
    void click(const char* button);
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("recovery")); }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Recovery> m_recovery;
    QProcess m_other;
};

void TestRecovery::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
    makeRecovery();
}

void TestRecovery::cleanup()
{
    m_recovery.reset();
    killOther();
    end();
}

void TestRecovery::makeRecovery()
{
    m_recovery = std::make_unique<Recovery>(folder(), *m_session, m_window->files(), *m_window);
}

void TestRecovery::startOther()
{
    m_other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), folder()});
    QVERIFY(m_other.waitForReadyRead());
    QCOMPARE(m_other.readAllStandardOutput().trimmed(), QByteArray("kept"));
}

void TestRecovery::killOther()
{
    if (m_other.state() == QProcess::NotRunning)
        return;
    m_other.kill();
    QVERIFY(m_other.waitForFinished());
}

void TestRecovery::click(const char* button)
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

void TestRecovery::cleanEnd_leavesNothing()
{
    {
        RecoveryStore store(folder());
        QVERIFY(store.keep(Unsaved{changedScenario(), {}}));
        QCOMPARE(files().size(), 2); // with its lock
    }
    QCOMPARE(files(), QStringList());
}

void TestRecovery::livingProcess_keepsItsOwn()
{
    startOther();
    QVERIFY(!RecoveryStore(folder()).leftBehind());
    RecoveryStore here(folder());
    QVERIFY(here.keep(Unsaved{changedScenario(), {}}));
    QVERIFY2(!RecoveryStore(folder()).leftBehind(), "another window of this process");
}

void TestRecovery::killedProcess_leavesItBehind()
{
    startOther();
    killOther();
    auto left = RecoveryStore(folder()).leftBehind();
    QVERIFY(left);
    QCOMPARE(left->unsaved().scenario, changedScenario());
    QCOMPARE(left->unsaved().path, QStringLiteral("/home/x/lab.finwait"));
    left->remove();
    left.reset();
    QCOMPARE(files(), QStringList());
}

void TestRecovery::oneIsOfferedOnce()
{
    startOther();
    killOther();
    const RecoveryStore one(folder());
    const RecoveryStore two(folder());
    const auto left = one.leftBehind();
    QVERIFY(left);
    QVERIFY(!two.leftBehind());
}

void TestRecovery::unreadable_isNotOffered()
{
    leaveBehind(folder(), "{\"path\": \"\", \"scenario\": \"{");
    QVERIFY(!RecoveryStore(folder()).leftBehind());
}

void TestRecovery::change_isPutAside()
{
    change();
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 2, 10000); // with its lock
    QVERIFY(!dialog());
    m_recovery.reset();
    QCOMPARE(files(), QStringList());
}

void TestRecovery::deed_isPutAside()
{
    const auto kept = [this] {
        const QStringList found = files().filter(QRegularExpression(QStringLiteral("unsaved$")));
        QFile file(QDir(folder()).filePath(found.value(0)));
        if (found.isEmpty() || !file.open(QIODevice::ReadOnly))
            return std::vector<Done>();
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject last = object[QLatin1String("branches")].toArray().last().toObject();
        const auto scenario = readScenario(last[QLatin1String("scenario")].toString().toStdString());
        return scenario ? scenario->done : std::vector<Done>();
    };
    m_session->submit(command::MakeCall{Side::Client, OpenPassive{}});
    m_session->toEnd();
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1U, 10000);
    m_session->submit(command::MakeCall{Side::Client, OpenActive{}});
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 2U, 10000);
    QVERIFY(kept() == m_session->done());
}

void TestRecovery::saved_isForgotten()
{
    change();
    QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty(), 10000);
    m_window->files().begin(*findScenario("refused"));
    QCOMPARE(files(), QStringList());
}

void TestRecovery::restore_bringsItBack()
{
    startOther();
    killOther();
    m_recovery->offer();
    auto* question = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(question);
    QVERIFY2(question->text().contains(QStringLiteral("lab.finwait")), qPrintable(question->text()));
    click("&Restore");
    QCOMPARE(m_session->scenario(), changedScenario());
    QVERIFY(m_session->done() == changedScenario().done);
    QCOMPARE(m_window->files().path(), QStringLiteral("/home/x/lab.finwait"));
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(files().filter(QRegularExpression(QStringLiteral("unsaved$"))).size(), 1); // our own by now
}

void TestRecovery::discard_removesIt()
{
    startOther();
    killOther();
    m_recovery->offer();
    click("&Discard");
    QTRY_COMPARE(files(), QStringList());
    QCOMPARE(m_session->scenario().name, std::string("client-closes-first"));
}

void TestRecovery::later_keepsIt()
{
    startOther();
    killOther();
    m_recovery->offer();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QVERIFY(!dialog());
    QTRY_VERIFY(RecoveryStore(folder()).leftBehind());
}

void TestRecovery::branchesAndPlayhead_areReadAsTheyWereWritten()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    const std::vector<KeptBranch> branches = twoBranches(scenario);
    leaveBehind(folder(), textOf(Unsaved{scenario, {}, branches, 1234us}));
    const auto left = RecoveryStore(folder()).leftBehind();
    QVERIFY(left);
    QVERIFY(left->unsaved().playhead == 1234us);
    QCOMPARE(left->unsaved().branches.size(), branches.size());
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const auto& [read, done] = left->unsaved().branches[i];
        QCOMPARE(read.id, branches[i].branch.id);
        QCOMPARE(read.name, branches[i].branch.name);
        QVERIFY(read.parent == branches[i].branch.parent);
        QVERIFY(read.forkTime == branches[i].branch.forkTime);
        QCOMPARE(read.forkStep, branches[i].branch.forkStep);
        QCOMPARE(read.commandsShared, branches[i].branch.commandsShared);
        QCOMPARE(read.isCurrent, branches[i].branch.isCurrent);
        QVERIFY(done == branches[i].done);
    }
}

void TestRecovery::oneRunOfAnOlderVersion_isStillRead()
{
    const QJsonObject object{{QStringLiteral("path"), QStringLiteral("/x.finwait")},
                             {QStringLiteral("scenario"), QString::fromStdString(writeScenario(changedScenario()))}};
    leaveBehind(folder(), QJsonDocument(object).toJson());
    m_recovery->offer();
    click("&Restore");
    QCOMPARE(m_session->scenario(), changedScenario());
    QVERIFY(m_session->done() == changedScenario().done);
    QVERIFY(m_session->atStart());
}

void TestRecovery::branchesThatDoNotFitTogether_areNotOffered()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    std::vector<KeptBranch> branches = twoBranches(scenario);
    std::swap(branches[0], branches[1]);
    leaveBehind(folder(), textOf(Unsaved{scenario, {}, branches}));
    QVERIFY(!RecoveryStore(folder()).leftBehind());
}

void TestRecovery::restore_bringsBranchesAndPlayheadBack()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    leaveBehind(folder(), textOf(Unsaved{scenario, {}, twoBranches(scenario), 60ms}));
    m_recovery->offer();
    click("&Restore");
    QVERIFY(!dialog());
    const std::vector<Branch> branches = m_session->branches();
    QCOMPARE(branches.size(), 2U);
    QVERIFY(branches[0].isCurrent);
    QCOMPARE(branches[1].name, QStringLiteral("no SYN"));
    QVERIFY(m_session->playhead() == 60ms);
    QVERIFY(m_window->isWindowModified());
}

void TestRecovery::restore_saysWhichBranchDoesNotFit()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    std::vector<KeptBranch> branches = twoBranches(scenario);
    branches[1].done.push_back({1'000'000, 1h, command::ForgetPlan{Side::Client}});
    leaveBehind(folder(), textOf(Unsaved{scenario, {}, branches}));
    m_recovery->offer();
    click("&Restore");
    QTRY_VERIFY(qobject_cast<QMessageBox*>(dialog()));
    const QString told = qobject_cast<QMessageBox*>(dialog())->informativeText();
    QVERIFY2(told.contains(QStringLiteral("“no SYN”: Number 2 of what was done by hand")), qPrintable(told));
    QCOMPARE(m_session->branches().size(), 2U);
}

void TestRecovery::branches_arePutAsideThoughTheScenarioIsSaved()
{
    m_session->seek(20ms);
    m_session->submit(command::Drop{0});
    m_session->switchTo(m_session->branches().front().id);
    QVERIFY(!m_window->isWindowModified());
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 2, 10000); // with its lock
}

void TestRecovery::savedFile_isOpenedAgainWithoutAQuestion()
{
    const QString path = m_folder->filePath(QStringLiteral("lab.finwait"));
    QCOMPARE(writeScenarioAt(path, changedScenario()), QString());
    m_window->files().open(path);
    m_session->seek(70ms);
    const auto kept = [this] {
        QFile file(QDir(folder()).filePath(files().filter(QRegularExpression(QStringLiteral("unsaved$"))).value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(kept().contains("70000"), 10000);
    const QByteArray text = kept();
    m_recovery.reset();
    QCOMPARE(files(), QStringList());
    leaveBehind(folder(), text);
    m_window->files().begin(*findScenario("refused"));

    makeRecovery();
    m_recovery->offerOrReopen();
    QVERIFY(!dialog());
    QCOMPARE(m_window->files().path(), path);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_session->playhead() == 70ms);
}

void TestRecovery::savedFile_isOpenedOnlyOnce()
{
    leaveBehind(folder(), textOf(OpenFile{QStringLiteral("/home/x/lab.finwait")}));
    const RecoveryStore store(folder());
    QVERIFY(!store.leftBehind());
    QCOMPARE(store.takeOpenFile().value_or(OpenFile()).path, QStringLiteral("/home/x/lab.finwait"));
    QVERIFY(!store.takeOpenFile());
}

void TestRecovery::savedFile_thatIsGone_isNoMatter()
{
    leaveBehind(folder(), textOf(OpenFile{m_folder->filePath(QStringLiteral("gone.finwait"))}));
    m_recovery->offerOrReopen();
    QVERIFY(!dialog());
    QCOMPARE(m_session->scenario().name, std::string("client-closes-first"));
}

void TestRecovery::nothingLeft_nothingAsked()
{
    m_recovery->offer();
    QVERIFY(!dialog());
}

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0) {
        const QCoreApplication application(argc, argv);
        return holdUnsaved(QString::fromLocal8Bit(argv[2]));
    }
    QApplication application(argc, argv);
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recovery.moc"
