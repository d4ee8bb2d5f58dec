// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/clockwork_pane.h"

#include "app/fault_words.h"
#include "app/value_edit.h"
#include "view/words.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace finwait {

namespace {

enum Column : int { NameColumn, ValueColumn, OwnColumn, SourceColumn };
constexpr int noteColumns = 2; // it may be longer than the field
constexpr int horizontalSpacing = 24;
constexpr int verticalSpacing = 5;
constexpr int ownWidth = 130;
constexpr double permillePerPercent = 10;

QString fromCore(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString readable(std::int64_t value, bool isDuration)
{
    return isDuration ? words::duration(Duration(value)) : QString::number(value);
}

} // namespace

ClockworkPane::ClockworkPane(QWidget* parent) : QWidget(parent), m_profile(stackProfiles().front())
{
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(horizontalSpacing);
    grid->setVerticalSpacing(verticalSpacing);
    grid->setColumnStretch(SourceColumn, 1);
    grid->setColumnMinimumWidth(OwnColumn, ownWidth);
    addHeading(*grid);
    for (const ClockField field : allClockFields) {
        if (field == ClockField::KeepAliveIdle)
            addKeepAlive(*grid);
        addRow(*grid, field);
    }
    m_limitsNote = new QLabel(tr("The shortest RTO must not be longer than the longest one."), this);
    grid->addWidget(m_limitsNote, grid->rowCount(), OwnColumn, 1, noteColumns);
    addSpeed(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
}

void ClockworkPane::addHeading(QGridLayout& grid) const
{
    const auto add = [&](const QString& text, Column column) {
        grid.addWidget(new QLabel(QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped())), 0, column);
    };
    add(tr("What"), NameColumn);
    add(tr("In its profile"), ValueColumn);
    add(tr("Source"), SourceColumn);
    add(tr("Instead of it"), OwnColumn);
}

void ClockworkPane::addRow(QGridLayout& grid, ClockField field)
{
    const int line = grid.rowCount();
    const ClockRange range = rangeOf(field);
    Row& made = row(field);
    made = {new QLabel(this), new QLabel(this), new ValueEdit(this), new QLabel(this)};
    auto* name = new QLabel(fault_words::fieldName(field), this);
    made.own->setObjectName(QStringLiteral("own%1").arg(int(field)));
    made.own->setRange({range.isDuration, range.least, range.most, true});
    made.own->setPlaceholderText(tr("as in its profile"));
    made.own->setAccessibleName(name->text());
    made.source->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(name, line, NameColumn);
    grid.addWidget(made.profileValue, line, ValueColumn);
    grid.addWidget(made.source, line, SourceColumn);
    grid.addWidget(made.own, line, OwnColumn);
    grid.addWidget(made.note, line + 1, OwnColumn, 1, noteColumns);
    connect(made.own, &ValueEdit::textChanged, this, [this] {
        refresh();
        emit edited();
    });
}

/// The next three rows are of no account without it.
void ClockworkPane::addKeepAlive(QGridLayout& grid)
{
    const int line = grid.rowCount();
    m_keepAlive = new QCheckBox(tr("Keep-alives are sent"), this);
    m_keepAlive->setObjectName(QStringLiteral("keepAlive"));
    m_keepAliveNote = new QLabel(this);
    m_keepAliveNote->setObjectName(QStringLiteral("keepAliveNote"));
    m_keepAliveNote->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(m_keepAlive, line, NameColumn, 1, 2);
    grid.addWidget(m_keepAliveNote, line, OwnColumn, 1, noteColumns);
    connect(m_keepAlive, &QCheckBox::toggled, this, [this] {
        refresh();
        emit edited();
    });
}

bool ClockworkPane::keepAlive() const
{
    return m_keepAlive->isChecked();
}

QString ClockworkPane::keepAliveText() const
{
    if (keepAlive() != m_keptAlive)
        return tr("Only when it is played again from the start.");
    return keepAlive() ? QString() : tr("Off: the next three values do nothing.");
}

void ClockworkPane::addSpeed(QGridLayout& grid)
{
    const int line = grid.rowCount();
    auto* name = new QLabel(fault_words::speedName(), this);
    m_speed = new QDoubleSpinBox(this);
    m_speed->setObjectName(QStringLiteral("clockSpeed"));
    m_speed->setDecimals(1);
    m_speed->setRange(1 / permillePerPercent, fastestClock / permillePerPercent);
    m_speed->setSingleStep(permillePerPercent);
    m_speed->setSuffix(tr(" %"));
    m_speed->setValue(rightClock / permillePerPercent);
    name->setBuddy(m_speed);
    grid.addWidget(name, line, NameColumn);
    grid.addWidget(new QLabel(tr("100 %"), this), line, ValueColumn);
    grid.addWidget(m_speed, line, OwnColumn);
    connect(m_speed, &QDoubleSpinBox::valueChanged, this, &ClockworkPane::edited);
}

void ClockworkPane::show(const StackProfile& profile, const Clockwork& clockwork, bool keepAlive,
                         const QColor& errorColor)
{
    m_profile = profile;
    m_errorColor = errorColor;
    m_keptAlive = keepAlive;
    m_keepAlive->setChecked(keepAlive);
    QPalette warning;
    warning.setColor(QPalette::WindowText, errorColor);
    m_limitsNote->setPalette(warning);
    for (const ClockField field : allClockFields) {
        const auto value = valueOf(profile, field);
        row(field).profileValue->setText(value ? readable(*value, rangeOf(field).isDuration) : tr("none"));
        row(field).source->setText(fromCore(sourceOf(field, profile.name)));
        row(field).own->setValue(valueOf(clockwork, field));
    }
    m_speed->setValue(clockwork.clockPermille / permillePerPercent);
    refresh();
}

Clockwork ClockworkPane::clockwork() const
{
    Clockwork clockwork;
    for (const ClockField field : allClockFields)
        setValue(clockwork, field, row(field).own->value());
    clockwork.clockPermille = std::uint32_t(qRound(m_speed->value() * permillePerPercent));
    return clockwork;
}

bool ClockworkPane::limitsFit() const
{
    const StackProfile changed = withClockwork(m_profile, clockwork());
    return changed.minRto <= changed.maxRto;
}

bool ClockworkPane::isValid() const
{
    return limitsFit()
           && std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.own->complaint().isEmpty(); });
}

void ClockworkPane::refresh()
{
    for (Row& row : m_rows)
        row.own->complain(*row.note, m_errorColor);
    m_limitsNote->setVisible(!limitsFit());
    m_keepAliveNote->setText(keepAliveText());
}

} // namespace finwait
