// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Plays whole scripts: the project's own beside this file, and those of others where they are at hand. pairs.txt says
// which of its own are for which state and event.
#include "core/state.h"
#include "script/script_reader.h"
#include "script/script_run.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSet>
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

/// By event: names of scripts, or "- " and why there is none.
using Events = QMap<QString, QString>;

/// By state: what pairs.txt has.
QMap<QString, Events> pairs()
{
    QFile file(QStringLiteral(FINWAIT_SCRIPTS "/pairs.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    QMap<QString, Events> all;
    QString state;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'['))
            state = line.mid(1, line.size() - 2);
        else
            all[state][line.section(u' ', 0, 0)] = line.section(u' ', 1).trimmed();
    }
    return all;
}

bool isReason(const QString& entry)
{
    return entry.startsWith(QLatin1String("- "));
}

} // namespace

class ScriptsTest : public QObject
{
    Q_OBJECT

private slots:
    void ownScriptsPass_data() { listScripts(FINWAIT_SCRIPTS); }
    void ownScriptsPass();
    void everyStateHasEveryEvent();
    void everyScriptIsOfAPair();
    void scriptsOfOthers_data();
    void scriptsOfOthers();
};

void ScriptsTest::ownScriptsPass()
{
    QFETCH(const QString, path);
    const ScriptVerdict verdict = verdictOn(path);
    QVERIFY2(verdict.outcome == ScriptOutcome::Passed, told(verdict).constData());
}

void ScriptsTest::everyStateHasEveryEvent()
{
    const QMap<QString, Events> all = pairs();
    QCOMPARE(std::size_t(all.size()), allStates.size());
    for (const State state : allStates) {
        const std::string_view called = identifier(state);
        const QString name = QString::fromUtf8(called.data(), qsizetype(called.size())).toLower().replace(u'_', u'-');
        QVERIFY2(all.contains(name), qPrintable(name));
        QCOMPARE(all[name].keys().join(u' '), all.first().keys().join(u' '));
    }
}

/// And each that a pair names is there.
void ScriptsTest::everyScriptIsOfAPair()
{
    QSet<QString> named;
    const QMap<QString, Events> all = pairs();
    for (auto state = all.begin(); state != all.end(); ++state) {
        for (auto event = state->begin(); event != state->end(); ++event) {
            const QString pair = state.key() + u' ' + event.key();
            QVERIFY2(!event->isEmpty(), qPrintable(pair));
            const QStringList scripts = isReason(*event) ? QStringList() : event->split(u' ');
            for (const QString& script : scripts) {
                QVERIFY2(script.startsWith(state.key() + u'-'), qPrintable(pair));
                named.insert(script + QStringLiteral(".pkt"));
            }
        }
    }
    const QStringList files = QDir(QStringLiteral(FINWAIT_SCRIPTS)).entryList({QStringLiteral("*.pkt")}, QDir::Files);
    const QSet<QString> there(files.begin(), files.end());
    const QStringList lonely = ((there - named) + (named - there)).values();
    QVERIFY2(lonely.isEmpty(), qPrintable(lonely.join(u' ')));
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
