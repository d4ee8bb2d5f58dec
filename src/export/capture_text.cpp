// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/capture_text.h"

#include "export/text_grid.h"
#include "view/words.h"
#include "view/words_finding.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace finwait {

namespace {

/// Beside a connection, so that it is found by the eye and by grep.
QString markOf(Severity severity)
{
    switch (severity) {
    case Severity::Note: return {};
    case Severity::Warning: return QStringLiteral("!");
    case Severity::Fault: return QStringLiteral("!!");
    }
    Q_UNREACHABLE();
}

/// An end may have the same one as its peer: it is named once.
std::vector<FindingKind> kindsOf(const ConnectionInference& connection)
{
    std::vector<FindingKind> kinds;
    for (const Finding& finding : connection.findings()) {
        if (std::find(kinds.begin(), kinds.end(), finding.kind) == kinds.end())
            kinds.push_back(finding.kind);
    }
    return kinds;
}

/// How many connections there are of each kind.
struct Tally {
    std::map<Opening, quint64> opened;
    std::map<Closing, quint64> closed;
    std::map<FindingKind, quint64> found;

    explicit Tally(const CapturedFile& file);
};

Tally::Tally(const CapturedFile& file)
{
    for (std::size_t place = file.first(); place < file.afterLast(); ++place) {
        const ConnectionInference& connection = file.survey.connections[place];
        ++opened[connection.opening()];
        ++closed[connection.closing()];
        for (const FindingKind kind : kindsOf(connection))
            ++found[kind];
    }
}

class CaptureText
{
    Q_DECLARE_TR_FUNCTIONS(finwait::CaptureText)

public:
    CaptureText(const CapturedFile& file, const TextSink& sink) : m_file(file), m_text(sink) {}

    [[nodiscard]] bool write();

private:
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString tallies() const;
    [[nodiscard]] QStringList head() const;
    [[nodiscard]] QStringList row(std::size_t place) const;
    void writeTable();
    void writeLine(const QStringList& cells);
    void write(const QString& text) { m_text.append(text.toLocal8Bit().toStdString()); }

    const CapturedFile& m_file;
    BufferedText m_text;
    std::vector<int> m_widths;
};

bool CaptureText::write()
{
    write(summary());
    if (m_file.survey.connections.size() == 0) {
        write(u'\n' + tr("There is no TCP connection in it.") + u'\n');
        return m_text.finish();
    }
    write(u'\n' + tallies() + u'\n');
    writeTable();
    return m_text.finish();
}

QString CaptureText::summary() const
{
    const CaptureSurvey& survey = m_file.survey;
    std::vector<QStringList> rows = {{tr("file"), QString::fromStdString(m_file.name)}};
    const auto add = [&rows](const QString& what, quint64 count, bool always) {
        if (always || count > 0)
            rows.push_back({what, QString::number(count)});
    };
    if (survey.counts.packets > 0) {
        //: %1: a date and a time of day, %2: a duration
        rows.push_back(
            {tr("captured"), tr("from %1, for %2").arg(dateAndTime(survey.start), words::duration(survey.end))});
    }
    add(tr("packets"), survey.counts.packets, true);
    add(tr("not of TCP"), survey.counts.otherPackets, false);
    add(tr("later fragments"), survey.counts.laterFragments, false);
    add(tr("broken packets"), survey.counts.brokenPackets, false);
    add(tr("out of order"), survey.counts.outOfOrder, false);
    add(tr("connections"), survey.connections.size(), true);
    return textGrid(rows);
}

QString CaptureText::tallies() const
{
    const Tally tally(m_file);
    std::vector<QStringList> rows;
    for (const auto& [opening, count] : tally.opened)
        rows.push_back(
            {rows.empty() ? tr("opened") : QString(), {}, words::openingName(opening), QString::number(count)});
    const std::size_t closed = rows.size();
    for (const auto& [closing, count] : tally.closed)
        rows.push_back({rows.size() == closed ? tr("closed") : QString(),
                        {},
                        words::closingName(closing),
                        QString::number(count)});
    std::vector<std::pair<FindingKind, quint64>> found(tally.found.begin(), tally.found.end());
    std::stable_sort(found.begin(), found.end(), [](const auto& one, const auto& another) {
        return severityOf(one.first) > severityOf(another.first);
    });
    const std::size_t first = rows.size();
    for (const auto& [kind, count] : found)
        rows.push_back({rows.size() == first ? tr("found") : QString(), markOf(severityOf(kind)),
                        words::findingTitle(kind), QString::number(count)});
    return textGrid(rows);
}

QStringList CaptureText::head() const
{
    return {QString(),       tr("id"),        tr("client"),   tr("server"), tr("opened"), tr("closed"),
            tr("client in"), tr("server in"), tr("segments"), tr("at"),     tr("for"),    tr("found")};
}

QStringList CaptureText::row(std::size_t place) const
{
    const ConnectionInference& connection = m_file.survey.connections[place];
    Severity worst = Severity::Note;
    QStringList titles;
    for (const FindingKind kind : kindsOf(connection)) {
        worst = std::max(worst, severityOf(kind));
        titles << words::findingTitle(kind);
    }
    return {markOf(worst),
            QString::number(place + 1),
            QString::fromStdString(text(connection.sockets().client)),
            QString::fromStdString(text(connection.sockets().server)),
            words::openingName(connection.opening()),
            words::closingName(connection.closing()),
            words::lastStateName(connection.end(Side::Client)),
            words::lastStateName(connection.end(Side::Server)),
            QString::number(connection.segments()),
            capturedMoment(connection.firstSeen()),
            words::duration(connection.lastSeen() - connection.firstSeen()),
            titles.join(tr("; "))};
}

/// The cells of all connections would be too much to keep: they are made twice, once for the widths of the columns.
void CaptureText::writeTable()
{
    const auto widen = [this](const QStringList& cells) {
        m_widths.resize(static_cast<std::size_t>(cells.size()), 0);
        for (std::size_t column = 0; column < m_widths.size(); ++column)
            m_widths[column] = std::max(m_widths[column], terminalWidth(cells[static_cast<qsizetype>(column)]));
    };
    widen(head());
    for (std::size_t place = m_file.first(); place < m_file.afterLast(); ++place)
        widen(row(place));
    writeLine(head());
    for (std::size_t place = m_file.first(); place < m_file.afterLast() && !m_text.hasFailed(); ++place)
        writeLine(row(place));
}

void CaptureText::writeLine(const QStringList& cells)
{
    constexpr int gap = 2;
    QString line;
    int blanks = 0;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (!cells[column].isEmpty()) {
            line += QString(blanks, u' ') + cells[column];
            blanks = 0;
        }
        blanks += m_widths[static_cast<std::size_t>(column)] - terminalWidth(cells[column]) + gap;
    }
    write(line + u'\n');
}

} // namespace

bool writeCaptureText(const CapturedFile& file, const TextSink& sink)
{
    return CaptureText(file, sink).write();
}

QString dateAndTime(Duration sinceEpoch)
{
    const auto when = std::chrono::floor<std::chrono::milliseconds>(sinceEpoch).count();
    return QDateTime::fromMSecsSinceEpoch(when, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss.zzz 'UTC'");
}

QString capturedMoment(Time time)
{
    return time < Time{} ? QStringLiteral("-") + words::moment(-time) : words::moment(time);
}

QString socketsText(const ConnectionInference& connection)
{
    return QStringLiteral("%1 → %2").arg(QString::fromStdString(text(connection.sockets().client)),
                                         QString::fromStdString(text(connection.sockets().server)));
}

} // namespace finwait
