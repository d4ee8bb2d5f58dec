// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/faults_dialog.h"

#include "app/action_table.h"
#include "app/fault_preview.h"
#include "app/fault_rule_model.h"
#include "app/fault_words.h"
#include "core/profile_sources.h"
#include "session/session.h"
#include "ui_faults_dialog.h"
#include "view/words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace finwait {

namespace {

constexpr std::size_t previewLines = 5;
// Of the table, in rows and characters.
constexpr int tableRows = 6; // that are seen at least
constexpr int leastTableWidth = 40;
constexpr int usualTableWidth = 100; // where the screen has room for it

/// Writes the number of its row into each cell.
class NumberDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        constexpr int air = 8; // above and below the text
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->text = QString::number(index.row() + 1);
    }
};

} // namespace

FaultsDialog::FaultsDialog(const Session& session, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FaultsDialog>())
    , m_session(session)
    , m_theme(theme)
    , m_model(new FaultRuleModel(session.simulator().network().config().rules, this))
{
    m_ui->setupUi(this);
    m_ui->editor->setErrorColor(theme.error);
    for (const Side side : allSides) {
        const Endpoint& endpoint = session.simulator().endpoint(side);
        pane(side).show(endpoint.config().profile, clockworkOf(endpoint), endpoint.config().keepAlive, theme.error);
    }
    setupTable();
    setupKeys();
    setupButtons();
    connectInputs();
    countMet();
    choose(0);
}

FaultsDialog::~FaultsDialog() = default;

/// It is put into the middle of the window: its size must be known before.
void FaultsDialog::showEvent(QShowEvent* event)
{
    for (QWidget* each : findChildren<QWidget*>())
        each->ensurePolished(); // those behind other tabs have not their sizes yet
    for (const Side side : allSides)
        pane(side).layout()->invalidate();
    m_ui->tabs->updateGeometry();
    const QSize least = layout()->totalMinimumSize();
    const int spare = fontMetrics().averageCharWidth() * (usualTableWidth - leastTableWidth);
    // At its usual size nothing has to be scrolled, and the layout asks only the pages with texts that wrap how high
    // they are.
    const QSize tabs = m_ui->tabs->sizeHint();
    const int unasked = std::max(0, tabs.height() - m_ui->tabs->heightForWidth(tabs.width()));
    const QSize usual =
        (layout()->totalSizeHint().expandedTo(least) + QSize(spare, unasked)).boundedTo(screen()->availableSize());
    resize(size().expandedTo(usual).expandedTo(least));
    QDialog::showEvent(event);
}

void FaultsDialog::setupTable()
{
    QTreeView& table = *m_ui->rules;
    table.setModel(m_model);
    table.setItemDelegateForColumn(FaultRuleModel::NumberColumn, new NumberDelegate(&table));
    table.setRootIsDecorated(false);
    table.setUniformRowHeights(true);
    table.setAllColumnsShowFocus(true);
    table.header()->setStretchLastSection(false);
    table.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.header()->setSectionResizeMode(FaultRuleModel::WhichColumn, QHeaderView::Stretch);
    table.header()->setSectionsMovable(false);
    const int line = fontMetrics().height();
    table.setMinimumHeight(2 * line * tableRows);
    table.setMinimumWidth(fontMetrics().averageCharWidth() * leastTableWidth);
    m_ui->preview->setMinimumHeight(line * int(previewLines));
}

void FaultsDialog::setupKeys()
{
    struct Key {
        QPushButton* button;
        QKeySequence keys;
    };
    for (const Key& key : {Key{m_ui->add, Qt::Key_Insert}, Key{m_ui->remove, Qt::Key_Delete},
                           Key{m_ui->up, Qt::CTRL | Qt::Key_Up}, Key{m_ui->down, Qt::CTRL | Qt::Key_Down}}) {
        auto* shortcut = new QShortcut(key.keys, m_ui->rules);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, key.button, &QPushButton::click);
        key.button->setToolTip(actionTip(key.button->toolTip(), key.keys, {}));
    }
}

void FaultsDialog::setupButtons()
{
    m_again = m_ui->buttons->addButton(tr("Play again from the &start"), QDialogButtonBox::AcceptRole);
    m_again->setObjectName(QStringLiteral("again"));
    m_again->setDefault(true);
    m_fromHere = m_ui->buttons->addButton(tr("&From here on"), QDialogButtonBox::AcceptRole);
    m_fromHere->setObjectName(QStringLiteral("fromHere"));
    if (m_session.recordedSteps()) { // what was captured does not begin again
        m_again->hide();
        m_fromHere->setDefault(true);
    }
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_again, &QPushButton::clicked, this, &FaultsDialog::fromStartRequested);
    connect(m_fromHere, &QPushButton::clicked, this, &FaultsDialog::fromHereRequested);
}

void FaultsDialog::connectInputs()
{
    connect(m_ui->add, &QPushButton::clicked, this, &FaultsDialog::addRule);
    connect(m_ui->duplicate, &QPushButton::clicked, this, &FaultsDialog::duplicateRule);
    connect(m_ui->remove, &QPushButton::clicked, this, &FaultsDialog::removeRule);
    connect(m_ui->up, &QPushButton::clicked, this, [this] { moveRule(-1); });
    connect(m_ui->down, &QPushButton::clicked, this, [this] { moveRule(1); });
    connect(m_ui->rules->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FaultsDialog::goToRule);
    connect(m_ui->editor, &FaultRuleEditor::edited, this, &FaultsDialog::takeEdit);
    connect(m_model, &FaultRuleModel::rulesChanged, this, [this] {
        countMet();
        refresh();
    });
    for (const Side side : allSides)
        connect(&pane(side), &ClockworkPane::edited, this, &FaultsDialog::refresh);
}

ClockworkPane& FaultsDialog::pane(Side side) const
{
    return side == Side::Client ? *m_ui->clientClockwork : *m_ui->serverClockwork;
}

std::optional<int> FaultsDialog::chosen() const
{
    const QModelIndex current = m_ui->rules->currentIndex();
    return current.isValid() ? std::optional(current.row()) : std::nullopt;
}

void FaultsDialog::choose(int row)
{
    m_ui->rules->setCurrentIndex(m_model->index(row, 0));
    showRule();
    refresh();
}

/// A new rule loses the first SYN: the least that makes a difference.
void FaultsDialog::addRule()
{
    FaultRule rule;
    rule.match.kind = SegmentKind::Syn;
    rule.match.times = 1;
    const int row = chosen() ? *chosen() + 1 : m_model->rowCount();
    m_model->insertRule(row, rule);
    choose(row);
}

void FaultsDialog::duplicateRule()
{
    const int row = chosen().value();
    m_model->insertRule(row + 1, FaultRule(m_model->rule(row)));
    choose(row + 1);
}

void FaultsDialog::removeRule()
{
    const int row = chosen().value();
    m_model->removeRow(row);
    choose(std::min(row, m_model->rowCount() - 1));
}

void FaultsDialog::moveRule(int by)
{
    const int row = chosen().value();
    m_model->moveRow({}, row, {}, by < 0 ? row - 1 : row + 2);
    choose(row + by);
}

/// A rule with a field that cannot be used is not left: what was typed would be lost.
void FaultsDialog::goToRule(const QModelIndex& index)
{
    if (m_shown.isValid() && m_shown.row() == index.row())
        return;
    if (!m_shown.isValid() || m_ui->editor->isValid()) {
        showRule();
        return;
    }
    // The table is still at work: what it selects is taken back after that.
    QTimer::singleShot(0, this, [this] {
        m_ui->rules->setCurrentIndex(m_shown);
        m_ui->editor->focusWrongField();
    });
}

void FaultsDialog::showRule()
{
    const auto row = chosen();
    m_shown = m_ui->rules->currentIndex().siblingAtColumn(0);
    m_ui->editor->setRule(row ? m_model->rule(*row) : FaultRule{});
    m_ui->editor->setEnabled(row.has_value());
    refresh();
}

void FaultsDialog::takeEdit()
{
    FaultRule rule = m_ui->editor->rule();
    rule.enabled = m_model->rule(m_shown.row()).enabled; // that is changed in the table
    m_model->setRule(m_shown.row(), rule);
    refresh();
}

void FaultsDialog::countMet()
{
    const Trace nothing;
    m_met = segmentsMet(m_session.recordedSteps() ? nothing : m_session.trace(), m_model->rules(),
                        m_session.scenario().seed);
    std::vector<std::size_t> counts;
    for (const std::vector<FlightIndex>& met : m_met)
        counts.push_back(met.size());
    m_model->setMet(counts);
}

void FaultsDialog::refresh()
{
    const auto row = chosen();
    const bool mayLeave = m_ui->editor->isValid();
    m_ui->add->setEnabled(mayLeave);
    m_ui->duplicate->setEnabled(row && mayLeave);
    m_ui->remove->setEnabled(row.has_value());
    m_ui->up->setEnabled(row && mayLeave && *row > 0);
    m_ui->down->setEnabled(row && mayLeave && *row + 1 < m_model->rowCount());
    m_ui->preview->setText(preview());

    const QString wrong = complaint();
    m_again->setEnabled(wrong.isEmpty());
    m_fromHere->setEnabled(wrong.isEmpty());
    QPalette look;
    if (!wrong.isEmpty())
        look.setColor(QPalette::WindowText, m_theme.error);
    m_ui->explanation->setPalette(look);
    m_ui->explanation->setText(wrong.isEmpty() ? explanation() : wrong);
}

QString FaultsDialog::complaint() const
{
    if (!m_ui->editor->isValid())
        return tr("A field of the selected rule cannot be used as it is.");
    if (!pane(Side::Client).isValid())
        return tr("A field of the client's clockwork cannot be used as it is.");
    if (!pane(Side::Server).isValid())
        return tr("A field of the server's clockwork cannot be used as it is.");
    return {};
}

QString FaultsDialog::explanation() const
{
    if (m_session.recordedSteps())
        //: %1: a moment
        return tr("What was captured until %1 stays as it is. These faults hold for what is simulated from there on.")
            .arg(words::moment(m_session.playhead()));
    //: %1: a moment
    return tr("From the start: the scenario begins anew with these faults. From here on: what has happened until %1 "
              "stays, and they hold for what comes after it.")
        .arg(words::moment(m_session.playhead()));
}

QString FaultsDialog::preview() const
{
    const auto row = chosen();
    if (!row)
        return tr("There are no rules: every segment arrives.");
    if (!m_model->rule(*row).enabled)
        return tr("Nothing: the rule is switched off.");
    if (m_session.recordedSteps())
        return tr("No captured segment: the rule is for what is simulated from here on.");
    const std::vector<FlightIndex>& met = m_met[std::size_t(*row)];
    return met.empty() ? tr("None of its segments.") : fault_words::metList(m_session.trace(), met, previewLines);
}

Scenario FaultsDialog::scenario() const
{
    Scenario scenario = m_session.scenario();
    scenario.network.rules = m_model->rules();
    scenario.clockwork = {pane(Side::Client).clockwork(), pane(Side::Server).clockwork()};
    scenario.keepAlive = {pane(Side::Client).keepAlive(), pane(Side::Server).keepAlive()};
    return scenario;
}

std::vector<Command> FaultsDialog::commands() const
{
    std::vector<Command> commands;
    NetworkConfig network = m_session.simulator().network().config();
    if (network.rules != m_model->rules()) {
        network.rules = m_model->rules();
        commands.emplace_back(command::ChangeNetwork{network});
    }
    for (const Side side : allSides) {
        const Clockwork clockwork = pane(side).clockwork();
        if (clockwork != clockworkOf(m_session.simulator().endpoint(side)))
            commands.emplace_back(command::ChangeClockwork{side, clockwork});
    }
    return commands;
}

} // namespace finwait
