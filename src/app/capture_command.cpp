// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// `finwait capture`
#include "app/application.h"
#include "app/commands.h"
#include "app/message_text.h"
#include "capture/capture_survey.h"
#include "capture/captured_trace.h"
#include "export/capture_csv.h"
#include "export/capture_json.h"
#include "export/capture_text.h"
#include "export/captured_connection_text.h"
#include "export/connection_svg.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <utility>

namespace finwait {

namespace {

struct CaptureCommand {
    Q_DECLARE_TR_FUNCTIONS(finwait::CaptureCommand)
};

/// As problemLine() has it: the file, and what is wrong with it.
QString fileLine(const QString& path, const Message& wrong)
{
    return QDir::toNativeSeparators(path) + QStringLiteral(": ") + messageText(wrong);
}

int complainOfNumber(const CaptureRequest& request, std::size_t count)
{
    if (count == 0)
        complain(CaptureCommand::tr("there is no TCP connection in %1").arg(request.path));
    else if (count == 1)
        complain(CaptureCommand::tr("there is no connection %1 in %2: there is only number 1")
                     .arg(QString::number(*request.connection), request.path));
    else
        complain(CaptureCommand::tr("there is no connection %1 in %2: they are numbered from 1 to %3")
                     .arg(QString::number(*request.connection), request.path, QString::number(count)));
    return exitcode::unusable;
}

int printCapture(const CaptureRequest& request, const CapturedFile& file)
{
    const TextSink toStandardOutput = [](std::string_view piece) {
        return std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size();
    };
    bool isWritten = true;
    switch (request.output) {
    case CaptureOutput::None: return exitcode::done;
    case CaptureOutput::Json: isWritten = writeCaptureJson(file, toStandardOutput); break;
    case CaptureOutput::Csv: isWritten = writeCaptureCsv(file, toStandardOutput); break;
    case CaptureOutput::Text:
        if (file.chosen)
            return print(capturedConnectionText(file));
        isWritten = writeCaptureText(file, toStandardOutput);
        break;
    }
    return isWritten && std::fflush(stdout) == 0 ? exitcode::done : complainOfOutput();
}

int draw(const CaptureRequest& request, const CapturedFile& file, const std::string& path)
{
    if (request.chartPath.isEmpty())
        return exitcode::done;
    const ConnectionInference& connection = file.survey.connections[*file.chosen];
    const auto segments = segmentsOf(path, file.survey.connections, *file.chosen);
    if (!segments) {
        printError(fileLine(request.path, segments.error()));
        return exitcode::unusable;
    }
    const CapturedTrace captured(*segments, connection);
    const PictureOptions options{.content = PictureContent::Chart, .title = socketsText(connection)};
    ConnectionSvg picture(captured.trace(), endOf(captured.trace()), options);
    if (picture.writeFile(request.chartPath))
        return exitcode::done;
    complain(picture.error());
    return exitcode::unusable;
}

} // namespace

bool drawsPictures(const CaptureRequest& request)
{
    return !request.chartPath.isEmpty();
}

int perform(const CaptureRequest& request)
{
    const std::string path = QFile::encodeName(request.path).toStdString();
    auto surveyed = surveyCapture(path);
    if (!surveyed) {
        printError(fileLine(request.path, surveyed.error()));
        return exitcode::unusable;
    }
    // Of many connections one by one it would take long to free the memory: the system takes it back as a whole.
    static const CaptureSurvey* const survey = new CaptureSurvey(*std::move(surveyed));
    if (survey->flaw)
        printError(fileLine(request.path, *survey->flaw));
    const std::size_t count = survey->connections.size();
    if (request.connection && *request.connection > count)
        return complainOfNumber(request, count);
    CapturedFile file{.name = request.path.toStdString(), .survey = *survey};
    if (request.connection)
        file.chosen = *request.connection - 1;
    const int printed = printCapture(request, file);
    return printed == exitcode::done ? draw(request, file, path) : printed;
}

} // namespace finwait
