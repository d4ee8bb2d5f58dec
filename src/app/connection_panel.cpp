// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/connection_panel.h"

#include "app/connection_filters.h"
#include "app/message_text.h"
#include "view/connection_model.h"
#include "view/connection_table.h"
#include "view/words_finding.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace finwait {

namespace {

constexpr int margin = 6;

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

// Targets of the links of the summary.
constexpr QLatin1String allLink("all");
constexpr QLatin1String faultsLink("faults");
constexpr QLatin1String warningsLink("warnings");
constexpr QLatin1String closingLink("closing:");

QString link(const QString& target, const QString& text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target, text.toHtmlEscaped());
}

/// The most frequent first.
std::vector<Closing> closingsOf(const ConnectionCounts& counts)
{
    std::vector<Closing> closings;
    for (std::size_t i = 0; i < counts.closings.size(); ++i) {
        if (counts.closings[i] > 0)
            closings.push_back(static_cast<Closing>(i));
    }
    std::ranges::stable_sort(closings, std::ranges::greater{},
                             [&](Closing closing) { return counts.closings[static_cast<std::size_t>(closing)]; });
    return closings;
}

} // namespace

ConnectionPanel::ConnectionPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ConnectionModel(this))
    , m_summary(new QLabel(this))
    , m_flaw(new QLabel(this))
    , m_filters(new ConnectionFilters(this))
    , m_count(new QLabel(this))
    , m_table(new ConnectionTable(*m_model, this))
{
    m_summary->setObjectName(QStringLiteral("captureSummary"));
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_flaw->setObjectName(QStringLiteral("captureFlaw"));
    m_flaw->setTextFormat(Qt::PlainText);
    for (QLabel* label : {m_summary, m_flaw}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1); // a long word is no reason for a wide window
    }
    m_table->setObjectName(QStringLiteral("connectionTable"));
    m_count->setObjectName(QStringLiteral("connectionCount"));
    m_filters->addAtEnd(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin / 2);
    for (QWidget* part :
         {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_flaw), static_cast<QWidget*>(m_filters)})
        column->addWidget(part);
    column->addWidget(m_table, 1);
    connect(m_summary, &QLabel::linkActivated, this, &ConnectionPanel::followLink);
    connect(m_filters, &ConnectionFilters::changed, this, &ConnectionPanel::search);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ConnectionPanel::search);
    connect(m_table, &ConnectionTable::rowChosen, this,
            [this](int row) { emit connectionChosen(m_model->placeAt(row)); });
    connect(m_table, &ConnectionTable::rowActivated, this,
            [this](int row) { emit connectionActivated(m_model->placeAt(row)); });
    retranslate();
}

void ConnectionPanel::addButton(QAction& action)
{
    auto* button = new QToolButton(m_filters);
    button->setDefaultAction(&action);
    button->setFocusPolicy(Qt::TabFocus);
    m_filters->addAtEnd(button);
}

const ConnectionPlaces& ConnectionPanel::places() const
{
    return m_model->places();
}

void ConnectionPanel::setCapture(std::shared_ptr<const CaptureSurvey> survey, const ConnectionCounts& counts)
{
    m_work.stop();
    m_survey = std::move(survey);
    m_played.reset();
    m_counts = counts;
    m_filters->setCounts(m_counts);
    {
        const QSignalBlocker blocker(m_table->horizontalHeader());
        m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    }
    m_model->setSurvey(m_survey);
    m_table->fitColumns();
    showSummary();
    showCount();
    emit placesChanged();
}

void ConnectionPanel::setPlayed(std::optional<std::size_t> place)
{
    m_played = place;
    m_model->setPlayed(place);
    m_table->showRow(m_model->rowOf(place));
}

void ConnectionPanel::search()
{
    if (!m_survey)
        return;
    ConnectionQuery query = m_filters->query();
    const QHeaderView* header = m_table->horizontalHeader();
    query.sortedBy = static_cast<ConnectionColumn>(header->sortIndicatorSection());
    query.order = header->sortIndicatorOrder();
    m_work.start(
        [survey = m_survey, query](const BackgroundWork::IsStopped& isStopped) {
            return findConnections(survey->connections, query, [&isStopped] { return isStopped.load(); });
        },
        [this](ConnectionPlaces places) { show(std::move(places)); });
}

void ConnectionPanel::show(ConnectionPlaces places)
{
    m_model->setPlaces(std::move(places));
    m_table->showRow(m_model->rowOf(m_played));
    showCount();
    emit placesChanged();
}

void ConnectionPanel::followLink(const QString& link)
{
    if (link == allLink)
        m_filters->showAll();
    else if (link == faultsLink)
        m_filters->showFindings({FindingDemand::Kind::WithFault, {}});
    else if (link == warningsLink)
        m_filters->showFindings({FindingDemand::Kind::WithWarning, {}});
    else if (link.startsWith(closingLink))
        m_filters->showClosing(static_cast<Closing>(QStringView(link).mid(closingLink.size()).toInt()));
}

QString ConnectionPanel::summaryText() const
{
    QStringList closings;
    for (const Closing closing : closingsOf(m_counts))
        //: %1: how a connection was closed, %2: how many were
        closings << link(
            closingLink + QString::number(static_cast<int>(closing)),
            tr("%1 %2").arg(words::closingName(closing), number(m_counts.closings[static_cast<std::size_t>(closing)])));
    QStringList parts = {link(allLink, tr("Connections: %1").arg(number(m_survey->connections.size()))),
                         tr("packets: %1").arg(number(m_survey->counts.packets)).toHtmlEscaped()};
    if (m_counts.withFault > 0)
        parts << link(faultsLink, tr("with faults: %1").arg(number(m_counts.withFault)));
    if (m_counts.withWarning > 0)
        parts << link(warningsLink,
                      tr("with faults or warnings: %1").arg(number(m_counts.withFault + m_counts.withWarning)));
    //: Between the counts of a summary
    const QString comma = tr(", ");
    //: %1: counts of a capture, %2: how many of its connections were closed in which way
    return tr("%1. How they closed: %2.").arg(parts.join(comma), closings.join(comma));
}

void ConnectionPanel::showSummary()
{
    m_summary->setText(m_survey ? summaryText() : QString());
    const bool isFlawed = m_survey && m_survey->flaw;
    m_flaw->setText(isFlawed ? messageSentence(*m_survey->flaw) : QString());
    m_flaw->setVisible(isFlawed);
}

void ConnectionPanel::showCount()
{
    if (!m_survey)
        return;
    //: How many connections pass the filters, of how many
    m_count->setText(tr("%1 of %2").arg(number(m_model->places().size()), number(m_survey->connections.size())));
}

void ConnectionPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_table->setTheme(theme);
    QPalette colors = m_flaw->palette();
    colors.setColor(QPalette::WindowText, theme.error);
    m_flaw->setPalette(colors);
}

void ConnectionPanel::retranslate()
{
    m_table->setAccessibleName(tr("Connections"));
    m_summary->setAccessibleName(tr("Summary of the capture"));
    m_filters->retranslate();
    m_model->retranslate();
    m_table->fitColumns();
    showSummary();
    showCount();
}

} // namespace finwait
