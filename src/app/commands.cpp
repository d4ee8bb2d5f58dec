// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/commands.h"

#include "app/application.h"
#include "app/message_text.h"
#include "app/misfit_text.h"
#include "app/scenario_io.h"
#include "app/script_io.h"
#include "app/script_save.h"
#include "export/conformance.h"
#include "export/connection_pcapng.h"
#include "export/connection_svg.h"
#include "export/path_check.h"
#include "export/run_json.h"
#include "export/run_text.h"
#include "export/scenario_list.h"
#include "export/table_scxml.h"
#include "export/table_text.h"
#include "scenario/library.h"
#include "view/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <cstdio>
#include <string>

namespace finwait {

namespace {

struct Commands {
    Q_DECLARE_TR_FUNCTIONS(finwait::Commands)
};

QString textLanguage()
{
    return QLocale().name();
}

QString titleOf(const Scenario& scenario)
{
    return QString::fromStdString(scenario.title.in(textLanguage().toStdString()));
}

bool writePicture(const Run& run, const Scenario& scenario, PictureContent content, const QString& path)
{
    if (path.isEmpty())
        return true;
    const PictureOptions options{.content = content, .title = titleOf(scenario)};
    ConnectionSvg picture(run.trace, endOf(run.trace), options);
    if (picture.writeFile(path))
        return true;
    complain(picture.error());
    return false;
}

bool writeCapture(const RunRequest& request, const Run& run)
{
    if (request.packetsPath.isEmpty())
        return true;
    const CaptureOptions options{.at = request.capturedAt, .title = titleOf(request.scenario)};
    const QString wrong = writePackets(run.trace, options, request.packetsPath);
    if (wrong.isEmpty())
        return true;
    complain(wrong);
    return false;
}

bool writeScript(const RunRequest& request, const Run& run)
{
    if (request.pktPath.isEmpty())
        return true;
    const SavedScript saved =
        saveScript(run.trace, request.scenario, request.pktOf, titleOf(request.scenario), request.pktPath);
    for (const QString& said : {saved.error, saved.remark}) {
        if (!said.isEmpty())
            complain(said);
    }
    return saved.error.isEmpty();
}

bool writeFiles(const RunRequest& request, const Run& run)
{
    return writePicture(run, request.scenario, PictureContent::Chart, request.chartPath)
           && writePicture(run, request.scenario, PictureContent::Diagram, request.diagramPath)
           && writeCapture(request, run) && writeScript(request, run);
}

QString verdictLine(const QString& path, const ScriptVerdict& verdict)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString place = file + QStringLiteral(":%1").arg(verdict.line);
    switch (verdict.outcome) {
    case ScriptOutcome::Passed: return Commands::tr("PASS %1\n").arg(file);
    case ScriptOutcome::Failed:
        //: %1: a file and a line in it; %2, %3: a segment, or what a call returned
        return Commands::tr("FAIL %1: expected %2, got %3\n")
            .arg(place, messageText(verdict.expected), messageText(verdict.got));
    case ScriptOutcome::Skipped:
        //: %2: something that stands in the script
        return Commands::tr("SKIP %1: %2 is not played\n").arg(place, messageText(verdict.got));
    }
    Q_UNREACHABLE();
}

int check(const RunRequest& request, const Trace& trace)
{
    const std::vector<QString> differences = pathDifferences(request.scenario, trace);
    for (const QString& difference : differences)
        complain(difference);
    if (!differences.empty())
        return exitcode::checkFailed;
    if (request.output != RunOutput::None)
        return exitcode::done;
    return print(Commands::tr("%1: as expected\n").arg(QString::fromStdString(request.scenario.name)));
}

} // namespace

/// A disk may be full, and a pipe closed.
int print(const std::string& text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? exitcode::done : complainOfOutput();
}

int print(const QString& text)
{
    return print(text.toLocal8Bit().toStdString());
}

int complainOfOutput()
{
    complain(Commands::tr("standard output cannot be written to"));
    return exitcode::unusable;
}

void complain(const QString& message)
{
    printError(QStringLiteral("finwait: ") + message);
}

void printError(const QString& message)
{
    const QByteArray line = (message.simplified() + u'\n').toLocal8Bit();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

bool drawsPictures(const RunRequest& request)
{
    return !request.chartPath.isEmpty() || !request.diagramPath.isEmpty();
}

int perform(const RunRequest& request)
{
    const Run run = runScenario(request.scenario);
    if (run.isCutShort && !request.scenario.until)
        complain(Commands::tr("more would happen; the run was cut short at %1, after %2 steps")
                     .arg(words::moment(run.trace.end()))
                     .arg(run.trace.steps().size()));
    if (run.misfit)
        complain(misfitText(request.scenario, *run.misfit));
    const bool differs = request.script && request.script->verdict.outcome != ScriptOutcome::Passed;
    if (differs)
        printError(verdictLine(request.script->path, request.script->verdict));
    int result = exitcode::done;
    switch (request.output) {
    case RunOutput::None: break;
    case RunOutput::Text: result = print(runText(request.scenario, run.trace, textLanguage())); break;
    case RunOutput::Json: result = print(runJson(request.scenario, run)); break;
    }
    if (result != exitcode::done)
        return result;
    if (!writeFiles(request, run))
        return exitcode::unusable;
    if (run.misfit || (request.check && differs))
        return exitcode::checkFailed;
    return request.check ? check(request, run.trace) : exitcode::done;
}

int perform(const ScenariosRequest& request)
{
    return request.json ? print(scenarioListJson(scenarioLibrary()))
                        : print(scenarioListText(scenarioLibrary(), textLanguage()));
}

int perform(const TableRequest& request)
{
    switch (request.output) {
    case TableOutput::Text: return print(tableText());
    case TableOutput::Markdown: return print(tableMarkdown());
    case TableOutput::Json: return print(tableJson());
    case TableOutput::Scxml: return print(tableScxml());
    case TableOutput::Conformance: return print(conformanceMarkdown());
    case TableOutput::ConformanceJson: return print(conformanceJson());
    }
    Q_UNREACHABLE();
}

int perform(const ScriptRequest& request)
{
    int result = exitcode::done;
    for (const QString& path : request.paths) {
        const auto script = readScriptAt(path);
        if (!script) {
            printError(problemLine(script.error()));
            result = exitcode::unusable;
            continue;
        }
        const ScriptVerdict verdict = runScript(script->script, request.options).verdict;
        if (const int printed = print(verdictLine(path, verdict)); printed != exitcode::done)
            return printed;
        if (verdict.outcome == ScriptOutcome::Failed && result == exitcode::done)
            result = exitcode::checkFailed;
    }
    return result;
}

int perform(const TextRequest& request)
{
    return print(request.text);
}

int perform(const UsageError& error)
{
    complain(error.message);
    return exitcode::unusable;
}

int perform(const FileError& error)
{
    printError(error.line);
    return exitcode::unusable;
}

} // namespace finwait
