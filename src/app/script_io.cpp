// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_io.h"

#include "app/scenario_io.h"
#include "scenario/file_contents.h"
#include "script/script_reader.h"

#include <QFile>
#include <QFileInfo>

#include <string>
#include <utility>

namespace finwait {

namespace {

constexpr const char* suffix = "pkt";

/// Those that packetdrill itself has where nothing else is said.
constexpr const char* nearAddress = "192.168.0.1";
constexpr const char* farAddress = "192.0.2.1";
constexpr PerSide<const char*> ports = {":40000", ":8080"};

} // namespace

Expected<ScriptFile, ReadError> readScriptAt(const QString& path)
{
    const std::string file = QFile::encodeName(path).toStdString();
    const auto text = fileContents(file, largestScript, Message::tr("a packetdrill script"));
    if (!text)
        return Unexpected{text.error()};
    auto script = readScript(*text);
    if (script)
        return ScriptFile{QString::fromStdString(*text), *std::move(script)};
    ReadError error = script.error();
    error.file = file;
    return Unexpected{error};
}

bool isScript(const QString& path)
{
    return QFileInfo(path).suffix().compare(QLatin1String(suffix), Qt::CaseInsensitive) == 0;
}

PlayedScript playScript(const ScriptFile& file, const std::string& profile)
{
    ScriptRunOptions options;
    options.profile = *findProfile(profile);
    return {file.text, profile, runScript(file.script, options)};
}

Scenario scenarioOf(const PlayedScript& script, const QString& path)
{
    const Side near = script.run.side;
    const Side far = other(near);
    Scenario scenario;
    nameAfter(path, scenario);
    scenario.description = scenario.title;
    scenario.profile = {script.profile, script.profile};
    scenario.address[near] = std::string(nearAddress) + ports[near];
    scenario.address[far] = std::string(farAddress) + ports[far];
    scenario.reading[near] = false; // the script reads
    scenario.initialSequence[near] = 0;
    scenario.foreign = far;
    scenario.network.delay = {Duration{}, Duration{}};
    scenario.until = script.run.trace.end();
    scenario.done = script.run.done;
    return scenario;
}

} // namespace finwait
