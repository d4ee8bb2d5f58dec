// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// File, Export packets, clicked in the real window: a file of the end that was picked, or a message that says why not.
#include "app/window_fixture.h"
#include "export/connection_pcapng.h"
#include "scenario/library.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

class TestPacketsExport
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { end(); }
    void eachEnd_hasItsFile();
    void suggestedName_isThatOfTheScenario();
    void cancelled_writesNothing();
    void fileThatCannotBeWritten_isSaid();
    void hostsThatAreNoNumbers_areSaid();

private:
    /// What the command line writes of the same.
    [[nodiscard]] QByteArray expected(Side at) const;
    void closeMessage(const QString& whichNames);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPacketsExport::init()
{
    begin();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session->load(*findScenario("lost-fin"));
}

QByteArray TestPacketsExport::expected(Side at) const
{
    const QString path = m_folder->filePath(QStringLiteral("expected.pcapng"));
    const QString title = QString::fromStdString(m_session->scenario().title.in("en"));
    const QString wrong = writePackets(m_session->trace(), {.at = at, .title = title}, path);
    return wrong.isEmpty() ? contentsOf(path) : wrong.toUtf8();
}

void TestPacketsExport::closeMessage(const QString& whichNames)
{
    auto* message = qobject_cast<QMessageBox*>(dialog());
    QVERIFY(message);
    QVERIFY2(message->informativeText().contains(whichNames), qPrintable(message->informativeText()));
    message->reject();
}

void TestPacketsExport::eachEnd_hasItsFile()
{
    press(Qt::Key_End);
    const QString client = m_folder->filePath(QStringLiteral("client.pcapng"));
    press(Qt::Key_K, Qt::ControlModifier);
    chooseFile(client);
    QVERIFY(statusText().contains(client));
    const QString server = m_folder->filePath(QStringLiteral("server")); // gets the suffix
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    chooseFile(server);
    QVERIFY(contentsOf(client) != contentsOf(server + QStringLiteral(".pcapng")));
    QCOMPARE(contentsOf(client), expected(Side::Client));
    QCOMPARE(contentsOf(server + QStringLiteral(".pcapng")), expected(Side::Server));
    QCOMPARE(m_settings->exportFolder(), m_folder->path());
}

void TestPacketsExport::suggestedName_isThatOfTheScenario()
{
    pick("packetsAtServer");
    auto* chooser = qobject_cast<QFileDialog*>(dialog());
    QVERIFY(chooser);
    QVERIFY(chooser->selectedFiles().constFirst().endsWith(QStringLiteral("/lost-fin.pcapng")));
    chooser->reject();
}

void TestPacketsExport::cancelled_writesNothing()
{
    const QString before = statusText();
    pick("packetsAtClient");
    dialog()->reject();
    QVERIFY(!dialog());
    QCOMPARE(statusText(), before);
}

void TestPacketsExport::fileThatCannotBeWritten_isSaid()
{
    if (!QFile::exists(QStringLiteral("/proc/self")))
        QSKIP("there is no /proc, a folder in which nobody can make a file");
    const QString path = QStringLiteral("/proc/packets.pcapng");
    pick("packetsAtClient");
    chooseFile(path);
    closeMessage(path);
}

void TestPacketsExport::hostsThatAreNoNumbers_areSaid()
{
    Scenario scenario = m_session->scenario();
    scenario.address.server = "web:80";
    m_session->load(scenario);
    const QString path = m_folder->filePath(QStringLiteral("none.pcapng"));
    pick("packetsAtClient");
    chooseFile(path);
    closeMessage(QStringLiteral("web:80"));
    QVERIFY(!QFile::exists(path));
}

QTEST_MAIN(TestPacketsExport)
#include "tst_packets_export.moc"
