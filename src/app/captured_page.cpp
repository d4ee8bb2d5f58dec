// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/captured_page.h"

#include "export/capture_text.h"
#include "session/session.h"
#include "view/html_page.h"
#include "view/words.h"
#include "view/words_finding.h"

#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace finwait {

namespace {

constexpr qreal pageMargin = 10; // pixels
constexpr QLatin1String findingScheme("finding");

/// The worst first, and of one severity in order of time.
std::vector<Finding> ranked(const FindingList& findings)
{
    std::vector<Finding> ranked(findings.begin(), findings.end());
    std::ranges::stable_sort(ranked, [](const Finding& a, const Finding& b) {
        const Severity one = severityOf(a.kind);
        const Severity two = severityOf(b.kind);
        return one != two ? one > two : a.first < b.first;
    });
    return ranked;
}

/// In the time of the trace, which begins at `begin` of the capture.
Finding inTraceTime(Finding finding, Time begin)
{
    finding.first = std::max(finding.first - begin, Time{});
    finding.last = std::max(finding.last - begin, Time{});
    return finding;
}

void addFinding(HtmlPage& page, std::size_t index, const Finding& finding)
{
    //: %1: a moment, %2: "FIN retransmitted"
    const QString title =
        CapturedPage::tr("%1: %2").arg(words::moment(finding.first), words::findingTitle(finding.kind));
    QStringList behind = {words::severityName(severityOf(finding.kind))};
    if (const QString reference = words::referenceText(finding.kind); !reference.isEmpty())
        behind << reference;
    page.link(findingScheme + u':' + QString::number(index), title, behind.join(CapturedPage::tr(", ")));
    page.paragraph(words::findingText(finding));
}

QString pageOf(const LoadedCapture& capture, const Theme& theme)
{
    const ConnectionInference& connection = capture.inference();
    HtmlPage page(theme);
    page.heading(socketsText(connection), theme.text);
    //: Three sentences
    page.paragraph(CapturedPage::tr("%1 %2 %3")
                       .arg(words::openingText(connection.opening()), words::closingText(connection.closing()),
                            words::capturePointText(connection.capturePoint())));
    //: %1: a date and a time of day
    page.faintParagraph(
        CapturedPage::tr("It began at %1.").arg(dateAndTime(capture.survey->start + connection.firstSeen())));
    const std::vector<Finding> findings = ranked(connection.findings());
    if (findings.empty())
        page.faintParagraph(CapturedPage::tr("Nothing about it is out of the ordinary."));
    for (std::size_t i = 0; i < findings.size(); ++i)
        addFinding(page, i, inTraceTime(findings[i], capture.connection->begin()));
    return page.html();
}

/// SegmentSent of the packet; noRecord: it is not in the trace.
RecordIndex recordOf(const Trace& trace, std::uint32_t packet)
{
    const auto flight = std::ranges::find(trace.flights(), packet, &Flight::packet);
    return packet == 0 || flight == trace.flights().end() ? noRecord : flight->sentRecord;
}

} // namespace

CapturedPage::CapturedPage(Session& session, QWidget* parent) : LinkBrowser(parent), m_session(session)
{
    setObjectName(QStringLiteral("capturedPage"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(pageMargin);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (!m_capture || link.scheme() != findingScheme)
            return;
        const std::vector<Finding> findings = ranked(m_capture->inference().findings());
        if (const std::size_t index = link.path().toUInt(); index < findings.size())
            goTo(findings[index]);
    });
    retranslate();
}

void CapturedPage::setCapture(const std::optional<LoadedCapture>& capture)
{
    m_capture = capture;
    refresh();
}

void CapturedPage::setTheme(const Theme& theme)
{
    m_theme = theme;
    setPalette(theme.onPanel(palette()));
    refresh();
}

void CapturedPage::retranslate()
{
    setAccessibleName(tr("About the connection"));
    refresh();
}

void CapturedPage::refresh()
{
    setHtml(m_capture ? pageOf(*m_capture, m_theme) : QString());
}

/// To its packet or, where no packet shows it or a branch has left that behind, to its time.
void CapturedPage::goTo(const Finding& finding)
{
    m_session.pause();
    const RecordIndex record = recordOf(m_session.trace(), finding.packet);
    if (record == noRecord) {
        m_session.seek(finding.first - m_capture->connection->begin());
        emit shown({});
        return;
    }
    m_session.seekToRecord(record);
    emit shown(SelectedRecord{record});
}

} // namespace finwait
