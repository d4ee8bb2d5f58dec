// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_io.h"

#include "app/connection_choices.h"
#include "app/message_text.h"
#include "core/stack_profile.h"
#include "export/path_check.h"
#include "scenario/library.h"
#include "scenario/scenario_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace finwait {

namespace {

struct ScenarioIo {
    Q_DECLARE_TR_FUNCTIONS(finwait::ScenarioIo)
};

std::filesystem::path onDisk(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// What is wrong and what was expected, in one line.
QString complaint(const ReadError& error)
{
    const QString expected = messageText(error.expected);
    if (expected.isEmpty())
        return messageText(error.what);
    const QString what = messageText(error.what);
    if (error.hint.empty())
        //: In one line what is wrong in a file, %1, and what should be there
        return ScenarioIo::tr("%1 (expected %2)").arg(what, expected);
    //: The same; %3: something else that helps to understand it
    return ScenarioIo::tr("%1 (expected %2; %3)").arg(what, expected, messageText(error.hint));
}

/// Of a scenario whose file has no letter that may stand in one.
constexpr const char* namelessName = "scenario";

/// A name that a scenario file may have: small letters, digits and '-'.
std::string nameFrom(const QString& text)
{
    std::string name;
    const QString lower = text.toLower();
    for (const QChar each : lower) {
        const bool plain = (each >= u'a' && each <= u'z') || (each >= u'0' && each <= u'9');
        if (plain)
            name += each.toLatin1();
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name.empty() || name == ownScenarioName ? namelessName : name;
}

/// The name of a file may have letters in it that no text of a scenario may have.
QString titleFrom(QString fileName)
{
    const auto isNoText = [](QChar each) { return each.category() == QChar::Other_Control || each.isNonCharacter(); };
    std::replace_if(fileName.begin(), fileName.end(), isNoText, QChar(u' '));
    return fileName.trimmed().isEmpty() ? QString::fromLatin1(namelessName) : fileName;
}

QString titleAfter(const QString& path)
{
    return titleFrom(QFileInfo(path).completeBaseName());
}

LocalizedText onlyTitle(const QString& title)
{
    return {{{"en", title.toStdString()}}};
}

void nameAfter(const QString& path, const QString& before, Scenario& scenario)
{
    const bool isOwn = scenario.name == ownScenarioName;
    const bool hasOldName = !before.isEmpty() && scenario.name == nameFrom(titleAfter(before));
    const bool hasOldTitle = !before.isEmpty() && scenario.title == onlyTitle(titleAfter(before));
    if (isOwn || hasOldTitle)
        scenario.title = onlyTitle(titleAfter(path));
    if (isOwn || hasOldName || findScenario(scenario.name))
        scenario.name = nameFrom(titleAfter(path));
}

/// It shows what it promises with the profiles that it has.
bool keepsPromise(const Scenario& scenario)
{
    const Run run = runScenario(scenario);
    return !run.misfit && pathDifferences(scenario, run.trace).empty();
}

void leaveOutWhatDoesNotHold(Scenario& scenario)
{
    const PerSide<Path> nothing;
    if (scenario.expected == nothing && scenario.expectedWith.empty())
        return;
    if (!keepsPromise(scenario)) {
        scenario.expected = nothing;
        scenario.expectedWith.clear();
        return;
    }
    for (const StackProfile& profile : stackProfiles()) {
        const std::string name(profile.name);
        Scenario other = scenario;
        other.profile = {name, name};
        if (!keepsPromise(other))
            scenario.expectedWith[name] = nothing;
    }
}

} // namespace

QString problemLine(const ReadError& error)
{
    QString line = QDir::toNativeSeparators(QFile::decodeName(error.file.c_str()));
    if (error.line > 0)
        line += QStringLiteral(":%1:%2").arg(error.line).arg(error.column);
    return line + QStringLiteral(": ") + complaint(error);
}

QString problemText(const ReadError& error)
{
    QStringList sentences;
    if (error.line > 0)
        sentences << ScenarioIo::tr("Line %1, column %2:").arg(error.line).arg(error.column);
    sentences << messageSentence(error.what);
    if (!error.expected.empty())
        sentences << ScenarioIo::tr("Expected here: %1.").arg(messageText(error.expected));
    if (!error.hint.empty())
        sentences << messageSentence(error.hint);
    return sentences.join(u'\n');
}

Expected<Scenario, ReadError> readScenarioAt(const QString& path)
{
    return readScenarioFile(onDisk(path));
}

QString writeScenarioAt(const QString& path, const Scenario& scenario)
{
    const auto wrong = writeScenarioFile(onDisk(path), scenario);
    return wrong ? problemText(*wrong) : QString();
}

void nameAfter(const QString& path, Scenario& scenario)
{
    scenario.name = nameFrom(titleAfter(path));
    scenario.title = onlyTitle(titleAfter(path));
}

Scenario scenarioForFile(const Scenario& scenario, const QString& path, const QString& before)
{
    Scenario saved = scenario;
    nameAfter(path, before, saved);
    leaveOutWhatDoesNotHold(saved);
    return saved;
}

} // namespace finwait
