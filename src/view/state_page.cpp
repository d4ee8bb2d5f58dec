// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/state_page.h"

#include "session/session.h"
#include "view/cell_layout.h"
#include "view/pill.h"
#include "view/tcb_reading.h"
#include "view/timer_bars.h"
#include "view/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace finwait {

namespace {

constexpr int margin = 8;
constexpr int topMargin = 4;
constexpr int spacing = 4;
constexpr int columnSpacing = 14;
constexpr int lineSpacing = 2;
constexpr int cellSpacing = 6;       // between a name and its value
constexpr double headingSize = 1.15; // of the font's size

/// A label that does not lay itself out anew for the text it already has.
void setText(QLabel& label, const QString& text)
{
    if (label.text() != text)
        label.setText(text);
}

void setColor(QWidget& widget, const QColor& color)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, color);
    widget.setPalette(palette);
}

} // namespace

StatePage::StatePage(const Session& session, Side side, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_side(side)
{
    setObjectName(side == Side::Client ? QStringLiteral("clientPage") : QStringLiteral("serverPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setupContent();
    applyTheme();
    refresh();
}

void StatePage::setupContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, topMargin, margin, margin);
    column->setSpacing(spacing);

    m_heading = addParagraph(*content);
    QFont font = m_heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * headingSize);
    m_heading->setFont(font);
    m_heading->setObjectName(QStringLiteral("heading"));
    m_certainty = addParagraph(*content);
    m_certainty->setObjectName(QStringLiteral("certainty"));
    m_meaning = addParagraph(*content);
    m_meaning->setObjectName(QStringLiteral("meaning"));

    m_sending = new Pill(m_side, content);
    m_receiving = new Pill(m_side, content);
    auto* pills = new QHBoxLayout;
    pills->setSpacing(spacing);
    pills->addWidget(m_sending);
    pills->addWidget(m_receiving);
    pills->addStretch();
    column->addLayout(pills);
    m_next = addParagraph(*content);
    m_next->setObjectName(QStringLiteral("next"));

    m_grid = new CellLayout(columnSpacing, lineSpacing);
    column->addLayout(m_grid);
    m_timers = new TimerBars(m_side, content);
    column->addWidget(m_timers);
    m_elsewhere = addParagraph(*content);
    m_elsewhere->setObjectName(QStringLiteral("elsewhere"));
    column->addStretch();
    setWidget(content);
}

QLabel* StatePage::addParagraph(QWidget& content)
{
    auto* label = new QLabel(&content);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content.layout()->addWidget(label);
    return label;
}

StatePage::Cell StatePage::addCell()
{
    auto* cell = new QWidget(widget());
    auto* line = new QHBoxLayout(cell);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(cellSpacing);
    auto* name = new QLabel(cell);
    auto* value = new QLabel(cell);
    QFont bold = value->font();
    bold.setBold(true);
    value->setFont(bold);
    for (QLabel* label : {name, value}) {
        label->setTextFormat(Qt::PlainText);
        line->addWidget(label);
    }
    line->addStretch();
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setColor(*name, m_theme.faint);
    setColor(*value, m_theme.text);
    m_grid->addWidget(cell);
    return {cell, name, value};
}

void StatePage::setTheme(const Theme& theme)
{
    m_theme = theme;
    applyTheme();
}

void StatePage::applyTheme()
{
    for (QWidget* ground : {viewport(), widget()}) {
        QPalette palette = ground->palette();
        palette.setColor(QPalette::Window, m_theme.panel);
        ground->setPalette(palette);
        ground->setAutoFillBackground(true);
    }
    setColor(*m_heading, m_theme.accent[m_side]);
    setColor(*m_meaning, m_theme.text);
    setColor(*m_next, m_theme.text);
    setColor(*m_elsewhere, m_theme.faint);
    setColor(*m_certainty, m_theme.faint);
    for (const Cell& cell : m_cells) {
        setColor(*cell.name, m_theme.faint);
        setColor(*cell.value, m_theme.text);
    }
    m_sending->setTheme(m_theme);
    m_receiving->setTheme(m_theme);
    m_timers->setTheme(m_theme);
}

void StatePage::refresh()
{
    const Simulator& simulator = m_session.simulator();
    showState();
    m_timers->setTimers(simulator.endpoint(m_side).tcb().timers, simulator.now());
    showVariables(tcbVariables(simulator.endpoint(m_side)));
}

void StatePage::showState()
{
    const Endpoint& endpoint = m_session.simulator().endpoint(m_side);
    const State state = endpoint.state();
    setText(*m_heading, words::sideIsIn(m_side, state));
    setText(*m_certainty, certainty());
    m_certainty->setVisible(!m_certainty->text().isEmpty());
    setText(*m_meaning, words::stateMeaning(state));
    m_sending->setContent(sendingNow(endpoint));
    m_receiving->setContent(receivingNow(endpoint));
    setText(*m_next, tr("What comes next: %1").arg(words::stateLeavesOn(state)));
    setText(*m_elsewhere, tr("Elsewhere: %1").arg(words::otherSpellings(state)));
}

/// How well it is known that the side has come into its state; nothing where that was simulated, or before anything.
QString StatePage::certainty() const
{
    const auto recorded = m_session.recordedSteps();
    const Trace& trace = m_session.trace();
    const StateSpan& span = trace.spanAfter(m_side, m_session.recordsBefore());
    if (!recorded || span.entered >= trace.recordsOf(*recorded))
        return {};
    return words::certaintyText(span.certainty);
}

void StatePage::showVariables(const std::vector<Variable>& variables)
{
    while (m_cells.size() < variables.size())
        m_cells.push_back(addCell());
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const Cell& cell = m_cells[i];
        cell.widget->setVisible(i < variables.size());
        if (i >= variables.size())
            continue;
        setText(*cell.name, variables[i].name);
        setText(*cell.value, variables[i].value);
        cell.widget->setToolTip(variables[i].toolTip);
    }
}

} // namespace finwait
