// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/connection_filters.h"

#include "view/words.h"
#include "view/words_finding.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr int typingPause = 200; // milliseconds
constexpr int spacing = 6;
constexpr int leastTextWidth = 90; // pixels
constexpr int leastCharacters = 7; // of a combo box in a narrow window
constexpr int oneOfKind = static_cast<int>(FindingDemand::Kind::OneOfKind);

/// The data of an entry: a demand and, behind its last one, a kind of finding.
int entryOf(const FindingDemand& demand)
{
    const int kind = static_cast<int>(demand.kind);
    return demand.kind == FindingDemand::Kind::OneOfKind ? kind + static_cast<int>(demand.finding) : kind;
}

FindingDemand demandOf(int entry)
{
    if (entry < oneOfKind)
        return {static_cast<FindingDemand::Kind>(entry), {}};
    return {FindingDemand::Kind::OneOfKind, static_cast<FindingKind>(entry - oneOfKind)};
}

QString withCount(const QString& name, std::size_t count)
{
    //: %1: a kind of connection, %2: how many of them there are
    return ConnectionFilters::tr("%1 (%2)").arg(name, QLocale().toString(static_cast<qulonglong>(count)));
}

void add(QComboBox& box, const QString& name, std::size_t count, int data)
{
    if (count > 0)
        box.addItem(withCount(name, count), data);
}

/// The first entry lets everything through, and has no data.
template <typename Enum>
std::optional<Enum> chosen(const QComboBox& box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(static_cast<Enum>(data.toInt())) : std::nullopt;
}

/// Calls `fill`, and shows what was shown before.
template <typename Fill>
void refill(QComboBox& box, const Fill& fill)
{
    const QSignalBlocker blocker(box);
    const QVariant before = box.currentData();
    box.clear();
    fill();
    box.setCurrentIndex(std::max(0, before.isValid() ? box.findData(before) : 0));
}

} // namespace

ConnectionFilters::ConnectionFilters(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new QLineEdit(this))
    , m_closing(new QComboBox(this))
    , m_state(new QComboBox(this))
    , m_findings(new QComboBox(this))
    , m_typing(new QTimer(this))
{
    m_text->setObjectName(QStringLiteral("connectionText"));
    m_closing->setObjectName(QStringLiteral("closingFilter"));
    m_state->setObjectName(QStringLiteral("stateFilter"));
    m_findings->setObjectName(QStringLiteral("findingFilter"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(leastTextWidth);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
    m_row->addWidget(m_text, 1);
    for (QComboBox* box : {m_closing, m_state, m_findings}) {
        box->setFocusPolicy(Qt::TabFocus); // whoever clicks goes on with the keys of the window
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastCharacters);
        m_row->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionFilters::changed);
    }
    connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &ConnectionFilters::changed);
    connect(m_text, &QLineEdit::editingFinished, this, [this] {
        if (m_typing->isActive())
            emit changed();
        m_typing->stop();
    });
    retranslate();
}

void ConnectionFilters::addAtEnd(QWidget* widget)
{
    m_row->addWidget(widget);
}

void ConnectionFilters::setCounts(const ConnectionCounts& counts)
{
    m_counts = counts;
    clear();
    fill();
}

ConnectionQuery ConnectionFilters::query() const
{
    ConnectionQuery query;
    query.terms = termsOf(m_text->text());
    query.closing = chosen<Closing>(*m_closing);
    query.state = chosen<State>(*m_state);
    query.findings = demandOf(m_findings->currentData().toInt());
    return query;
}

void ConnectionFilters::clear()
{
    for (QComboBox* box : {m_closing, m_state, m_findings}) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(0);
    }
    const QSignalBlocker blocker(m_text);
    m_text->clear();
    m_typing->stop();
}

void ConnectionFilters::showAll()
{
    clear();
    emit changed();
}

void ConnectionFilters::showClosing(Closing closing)
{
    clear();
    m_closing->setCurrentIndex(m_closing->findData(static_cast<int>(closing)));
}

void ConnectionFilters::showFindings(const FindingDemand& demand)
{
    clear();
    m_findings->setCurrentIndex(m_findings->findData(entryOf(demand)));
}

void ConnectionFilters::fill()
{
    refill(*m_closing, [this] {
        m_closing->addItem(tr("Any way of closing"));
        for (std::size_t i = 0; i < m_counts.closings.size(); ++i)
            add(*m_closing, words::closingName(static_cast<Closing>(i)), m_counts.closings[i], static_cast<int>(i));
    });
    refill(*m_state, [this] {
        m_state->addItem(tr("Any state at the end"));
        for (std::size_t i = 0; i < m_counts.states.size(); ++i)
            add(*m_state, words::stateName(static_cast<State>(i)), m_counts.states[i], static_cast<int>(i));
    });
    refill(*m_findings, [this] { fillFindings(); });
}

/// The worst first.
void ConnectionFilters::fillFindings()
{
    using Kind = FindingDemand::Kind;
    const auto addDemand = [this](const QString& name, std::size_t count, const FindingDemand& demand) {
        add(*m_findings, name, count, entryOf(demand));
    };
    m_findings->addItem(tr("Whatever was found"), entryOf({}));
    addDemand(tr("with faults"), m_counts.withFault, {Kind::WithFault, {}});
    addDemand(tr("with faults or warnings"), m_counts.withFault + m_counts.withWarning, {Kind::WithWarning, {}});
    addDemand(tr("without findings"), m_counts.withNothing, {Kind::Nothing, {}});
    for (const Severity severity : {Severity::Fault, Severity::Warning, Severity::Note}) {
        for (std::size_t i = 0; i < m_counts.findings.size(); ++i) {
            const auto kind = static_cast<FindingKind>(i);
            if (severityOf(kind) == severity)
                addDemand(words::findingTitle(kind), m_counts.findings[i], {Kind::OneOfKind, kind});
        }
    }
}

void ConnectionFilters::retranslate()
{
    m_text->setPlaceholderText(tr("Find connections"));
    m_text->setToolTip(tr("Show the connections that have all of these words in their addresses, in how they were "
                          "opened and closed, in their states at the end or in what was found"));
    m_text->setAccessibleName(tr("Find connections"));
    m_closing->setToolTip(tr("Show connections that were closed in one way only"));
    m_closing->setAccessibleName(tr("How it was closed"));
    m_state->setToolTip(tr("Show connections of which an end was left in one state only"));
    m_state->setAccessibleName(tr("State at the end"));
    m_findings->setToolTip(tr("Show connections with one kind of finding only"));
    m_findings->setAccessibleName(tr("Findings"));
    fill();
}

} // namespace finwait
