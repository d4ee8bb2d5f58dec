// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Every scenario that ships, with every profile and from either end, as a script that Finwait plays; every script of
// the project's, played and written again.
#include "scenario/library.h"
#include "script/script_reader.h"
#include "script/script_run.h"
#include "script/script_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <set>

using namespace finwait;

namespace {

/// Why a script may end before its trace does, or not be there at all: docs/script.md has these, and says of each why.
const std::set<ScriptLimit> documented = {ScriptLimit::NothingHappens, ScriptLimit::CallBeforeAnswer,
                                          ScriptLimit::TextBeforeAccept, ScriptLimit::UserTimeout};

QString name(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Empty: it passes.
QByteArray complaint(const std::string& text, const StackProfile& profile, bool strict)
{
    const auto script = readScript(text);
    if (!script)
        return "line " + QByteArray::number(qulonglong(script.error().line)) + " cannot be read\n"
               + QByteArray::fromStdString(text);
    const ScriptVerdict verdict = runScript(*script, {profile, strict}).verdict;
    if (verdict.outcome == ScriptOutcome::Passed)
        return {};
    return (strict ? "strictly, line " : "line ") + QByteArray::number(qulonglong(verdict.line)) + ": expected "
           + QByteArray::fromStdString(verdict.expected.inEnglish()) + ", got "
           + QByteArray::fromStdString(verdict.got.inEnglish()) + "\n" + QByteArray::fromStdString(text);
}

} // namespace

class WrittenScriptsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyScenario_data();
    void everyScenario();
    void everyScriptAgain_data();
    void everyScriptAgain();
};

void WrittenScriptsTest::everyScenario_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("profile");
    for (const Scenario& scenario : scenarioLibrary()) {
        for (const StackProfile& profile : stackProfiles())
            QTest::addRow("%s, %s", scenario.name.c_str(), qPrintable(name(profile.name)))
                << QString::fromStdString(scenario.name) << name(profile.name);
    }
}

void WrittenScriptsTest::everyScenario()
{
    QFETCH(const QString, scenario);
    QFETCH(const QString, profile);
    Scenario played = *findScenario(scenario.toStdString());
    played.profile = {profile.toStdString(), profile.toStdString()};
    const StackProfile& stack = *findProfile(profile.toStdString());
    const SimulatorConfig config = simulatorConfig(played);
    const Trace trace = runScenario(played).trace;
    for (const Side side : allSides) {
        const WrittenScript script =
            packetdrillScript(trace, side, {"Finwait", played.name, config.endpoints[side], config.clockwork[side]});
        QVERIFY2(!script.end || documented.contains(script.end->why),
                 script.end ? description(script.end->why).inEnglish().c_str() : "");
        if (script.text.empty())
            continue;
        for (const bool strict : {false, true}) {
            const QByteArray wrong = complaint(script.text, stack, strict);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
    }
}

void WrittenScriptsTest::everyScriptAgain_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(FINWAIT_SCRIPTS), {QStringLiteral("*.pkt")}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

void WrittenScriptsTest::everyScriptAgain()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto script = readScript(file.readAll().toStdString());
    QVERIFY(script);
    const ScriptRun run = runScript(*script);
    EndpointConfig endpoint;
    endpoint.reading = false;
    const WrittenScript again = packetdrillScript(run.trace, run.side, {"Finwait", {}, endpoint, {}});
    QVERIFY(!again.end);
    const QByteArray wrong = complaint(again.text, endpoint.profile, true);
    QVERIFY2(wrong.isEmpty(), wrong.constData());
}

QTEST_APPLESS_MAIN(WrittenScriptsTest)
#include "tst_written_scripts.moc"
