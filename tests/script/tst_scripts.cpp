// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Plays whole scripts: the project's own beside this file, and those of others where they are at hand.
#include "script/script_reader.h"
#include "script/script_run.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace finwait;

namespace {

/// Scripts of others that RFC 9293 is of another opinion than, and at which line that shows.
const QHash<QString, int> disagreements = {
    // FreeBSD answers a FIN in FIN_WAIT_1 with its own FIN once more; RFC 9293 section 3.10.7.4 with an ACK alone.
    {QStringLiteral("closing-ipv4.pkt"), 57},
    {QStringLiteral("time-wait-via-closing-ipv4.pkt"), 57},
};

void listScripts(const char* folder)
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QString::fromUtf8(folder), {QStringLiteral("*.pkt")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

ScriptVerdict verdictOn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    const QByteArray text = file.readAll();
    const auto script = readScript({text.constData(), std::size_t(text.size())});
    if (!script)
        return {ScriptOutcome::Failed, script.error().line, script.error().expected, script.error().what};
    return runScript(*script).verdict;
}

QByteArray told(const ScriptVerdict& verdict)
{
    return "line " + QByteArray::number(qulonglong(verdict.line)) + ": expected "
           + QByteArray::fromStdString(verdict.expected.inEnglish()) + ", got "
           + QByteArray::fromStdString(verdict.got.inEnglish());
}

} // namespace

class ScriptsTest : public QObject
{
    Q_OBJECT

private slots:
    void ownScriptsPass_data() { listScripts(FINWAIT_SCRIPTS); }
    void ownScriptsPass();
    void scriptsOfOthers_data();
    void scriptsOfOthers();
};

void ScriptsTest::ownScriptsPass()
{
    QFETCH(const QString, path);
    const ScriptVerdict verdict = verdictOn(path);
    QVERIFY2(verdict.outcome == ScriptOutcome::Passed, told(verdict).constData());
}

void ScriptsTest::scriptsOfOthers_data()
{
    listScripts(FINWAIT_FOREIGN_SCRIPTS);
    if (!QDir(QStringLiteral(FINWAIT_FOREIGN_SCRIPTS)).exists())
        QTest::newRow("none at hand") << QString();
}

void ScriptsTest::scriptsOfOthers()
{
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("There are no scripts of others beside the project.");
    const ScriptVerdict verdict = verdictOn(path);
    const int line = disagreements.value(QFileInfo(path).fileName(), 0);
    if (line == 0)
        QVERIFY2(verdict.outcome == ScriptOutcome::Passed, told(verdict).constData());
    else
        QCOMPARE(int(verdict.line), line);
}

QTEST_APPLESS_MAIN(ScriptsTest)
#include "tst_scripts.moc"
