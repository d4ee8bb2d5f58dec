// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/capture_io.h"

#include "app/scenario_io.h"
#include "export/capture_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <utility>

namespace finwait {

namespace {

/// The first octets of pcap (microseconds and nanoseconds, either order of octets), pcapng and gzip.
bool beginsLikeCapture(const QByteArray& start)
{
    static const std::array<QByteArray, 6> magics = {
        QByteArrayLiteral("\xd4\xc3\xb2\xa1"), QByteArrayLiteral("\xa1\xb2\xc3\xd4"),
        QByteArrayLiteral("\x4d\x3c\xb2\xa1"), QByteArrayLiteral("\xa1\xb2\x3c\x4d"),
        QByteArrayLiteral("\x0a\x0d\x0d\x0a"), QByteArrayLiteral("\x1f\x8b"),
    };
    return std::ranges::any_of(magics, [&](const QByteArray& magic) { return start.startsWith(magic); });
}

const QStringList& suffixes()
{
    static const QStringList all = {QStringLiteral("pcap"), QStringLiteral("pcapng"), QStringLiteral("cap"),
                                    QStringLiteral("gz")};
    return all;
}

/// Of fifty thousand connections one by one it takes longer than a frame to free the memory.
std::shared_ptr<const CaptureSurvey> freedBesideTheWindow(CaptureSurvey survey)
{
    const auto letGo = [](const CaptureSurvey* unused) {
        if (QCoreApplication::instance() == nullptr)
            delete unused;
        else
            QThreadPool::globalInstance()->start([unused] { delete unused; });
    };
    return {new CaptureSurvey(std::move(survey)), letGo};
}

/// What is wrong with a file that has no connection.
Message whyNothing(const CaptureSurvey& survey)
{
    if (survey.flaw)
        return *survey.flaw;
    if (survey.counts.packets == 0)
        return Message::tr("there is no packet in it");
    return Message::tr(
               "there is no TCP connection in it: of its packets (%1) none holds a TCP segment that can be read")
        .arg(survey.counts.packets);
}

/// A part of a progress from `from` to `to`.
CaptureProgress partOf(const CaptureProgress& whole, double from, double to)
{
    return [=](double share) { return whole(from + share * (to - from)); };
}

} // namespace

bool isNamedLikeCapture(const QString& path)
{
    return suffixes().contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

bool isCapture(const QString& path)
{
    constexpr qint64 longestMagic = 4;
    QFile file(path);
    const QByteArray start = file.open(QIODevice::ReadOnly) ? file.read(longestMagic) : QByteArray();
    if (beginsLikeCapture(start))
        return true;
    return isNamedLikeCapture(path) && !start.trimmed().startsWith('{'); // a scenario by whatever name
}

QString captureNamePatterns()
{
    QStringList patterns;
    for (const QString& suffix : suffixes())
        patterns << QStringLiteral("*.") + suffix;
    return patterns.join(u' ');
}

Expected<LoadedCapture, Message> loadCapture(const CaptureOrder& order, const CaptureProgress& progress)
{
    constexpr double surveyed = 0.8; // reading the file for one connection is quicker
    const std::string file = QFile::encodeName(order.path).toStdString();
    LoadedCapture loaded{order.path, order.survey, order.counts, order.place, nullptr, nullptr};
    if (!loaded.survey) {
        auto survey = surveyCapture(file, partOf(progress, 0, surveyed));
        if (!survey)
            return Unexpected{survey.error()};
        loaded.survey = freedBesideTheWindow(*std::move(survey));
        loaded.counts = std::make_shared<ConnectionCounts>(countConnections(loaded.survey->connections));
    }
    const CapturedConnections& connections = loaded.survey->connections;
    if (connections.size() == 0)
        return Unexpected{whyNothing(*loaded.survey)};
    if (loaded.place >= connections.size())
        loaded.place = 0;
    const auto segments = segmentsOf(file, connections, loaded.place, partOf(progress, order.survey ? 0 : surveyed, 1));
    if (!segments)
        return Unexpected{segments.error()};
    if (segments->empty())
        return Unexpected{Message::tr("it is not the file that it was when it was opened")};
    loaded.connection = std::make_shared<CapturedTrace>(*segments, loaded.inference());
    loaded.trace = std::make_shared<Trace>(loaded.connection->trace());
    return loaded;
}

Scenario headingOf(const LoadedCapture& capture, const std::string& profile)
{
    Scenario heading;
    nameAfter(capture.path, heading);
    heading.name += '-' + std::to_string(capture.place + 1);
    const ConnectionInference& connection = capture.inference();
    heading.title.byLanguage = {{"en", socketsText(connection).toStdString()}};
    heading.description = heading.title;
    heading.profile = {profile, profile};
    for (const Side side : allSides)
        heading.address[side] = text(connection.sockets()[side]);
    heading.network.delay = {capture.connection->delay(), capture.connection->delay()};
    return heading;
}

Recording recordingOf(const LoadedCapture& capture, const Scenario& heading)
{
    return {std::move(*capture.trace),
            [connection = capture.connection, config = simulatorConfig(heading)](StepIndex position, Time at) {
                return connection->simulatorAt(position, at, config);
            }};
}

} // namespace finwait
