// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is not saved outlives a process that is killed, and only that.
#include "app/recovery.h"
#include "app/scenario_files.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "scenario/scenario_reader.h"

#include <QApplication>
#include <QDir>
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

/// What the other process does: it puts something aside, and waits to be killed.
int holdUnsaved(const QString& folder)
{
    RecoveryStore store(folder);
    const bool kept = store.keep({changedScenario(), QStringLiteral("/home/x/lab.finwait")});
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
        QVERIFY(store.keep({changedScenario(), {}}));
        QCOMPARE(files().size(), 2); // with its lock
    }
    QCOMPARE(files(), QStringList());
}

void TestRecovery::livingProcess_keepsItsOwn()
{
    startOther();
    QVERIFY(!RecoveryStore(folder()).leftBehind());
    RecoveryStore here(folder());
    QVERIFY(here.keep({changedScenario(), {}}));
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
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + QStringLiteral("/x.unsaved"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"path\": \"\", \"scenario\": \"{");
    file.close();
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
        const auto scenario = readScenario(object[QLatin1String("scenario")].toString().toStdString());
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
