// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/branch_panel.h"

#include "session/session.h"
#include "view/branch_delegate.h"
#include "view/branch_model.h"
#include "view/branch_text.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr int spacing = 6;
constexpr double rowSpacing = 1.55; // row height in heights of the font
constexpr int margins = 16;         // pixels, of a cell

} // namespace

BranchPanel::BranchPanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new BranchModel(session, this))
    , m_table(new QTableView(this))
    , m_goThere(addAction("goToBranch", Qt::Key_Return, &BranchPanel::goThere))
    , m_compare(addAction("compareBranch", QKeySequence(QStringLiteral("Shift+Return")), &BranchPanel::compare))
    , m_rename(addAction("renameBranch", QKeySequence(QStringLiteral("Ctrl+Shift+R")), &BranchPanel::rename))
    , m_remove(addAction("removeBranch", QKeySequence::Delete, &BranchPanel::remove))
    , m_restore(addAction("restoreBranch", QKeySequence::Undo, &BranchPanel::restore))
{
    setupTable();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing);
    for (QAction* action : {m_goThere, m_compare, m_rename, m_remove, m_restore}) {
        auto* button = new QToolButton(this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus); // whoever clicks goes on with the keys of the list
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(spacing, spacing, spacing, spacing);
    all->setSpacing(spacing / 2);
    all->addLayout(buttons);
    all->addWidget(m_table);
    connect(&session, &Session::branchesChanged, this, &BranchPanel::refresh);
    retranslate();
    refresh();
}

QAction* BranchPanel::addAction(const char* name, const QKeySequence& keys, void (BranchPanel::*whenDone)())
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // of the table: while a name is edited, keys are letters
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, whenDone);
    return action;
}

void BranchPanel::setupTable()
{
    m_table->setObjectName(QStringLiteral("branches"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(BranchModel::NameColumn, new BranchDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table: every control can be reached
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * rowSpacing));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setHighlightSections(false);
    header.setMinimumSectionSize(margins);
    header.setSectionResizeMode(BranchModel::NameColumn, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BranchPanel::allow);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != BranchModel::NameColumn)
            goThere();
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_lastSelected = selected(); });
}

/// Where there is not room for all, the names have some before how the branches end.
void BranchPanel::fitColumns()
{
    constexpr int mostForEnds = 55; // percent of what both share
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const auto fitting = [&metrics](const QString& text) { return metrics.horizontalAdvance(text) + margins; };
    const int current = fitting(QStringLiteral("m"));
    const int left = fitting(QStringLiteral("00:00.000000"));
    const int shared = width() - 2 * spacing - current - left;
    m_table->setColumnWidth(BranchModel::CurrentColumn, current);
    m_table->setColumnWidth(BranchModel::LeftColumn, left);
    m_table->setColumnWidth(BranchModel::EndColumn,
                            std::min(fitting(branch_text::longestEnding()), std::max(0, shared * mostForEnds / 100)));
}

void BranchPanel::setTheme(const Theme& theme)
{
    QPalette palette = m_table->palette();
    palette.setColor(QPalette::Highlight, theme.control);
    palette.setColor(QPalette::HighlightedText, theme.text);
    m_table->setPalette(palette);
}

void BranchPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BranchPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BranchPanel::retranslate()
{
    m_goThere->setText(tr("Go there"));
    m_compare->setText(tr("Compare with the current one"));
    m_rename->setText(tr("Rename"));
    m_remove->setText(tr("Delete"));
    m_restore->setText(tr("Undo deleting"));
    m_table->setAccessibleName(tr("Branches"));
    m_model->retranslate();
    fitColumns();
    allow();
}

/// A list that was filled anew has no selection: another branch is more likely to be meant than the current one.
void BranchPanel::refresh()
{
    if (!selected()) {
        const int before = m_lastSelected ? m_model->rowOf(*m_lastSelected) : -1;
        m_table->selectRow(before >= 0 ? before : m_model->rowOf(m_session.currentBranch()));
    }
    allow();
}

void BranchPanel::allow()
{
    const std::optional<BranchId> id = selected();
    const bool isOther = id && *id != m_session.currentBranch();
    const QString whyNot = id ? tr("This is the current one") : tr("No branch is selected");
    const auto set = [](QAction& action, bool can, const QString& tip, const QString& otherwise) {
        action.setEnabled(can);
        const QString keys = action.shortcut().toString(QKeySequence::NativeText);
        //: A tool tip: what an action does, and its key in brackets
        const QString whole = tr("%1 (%2)").arg(tip, keys);
        action.setToolTip(can ? whole : whole + u'\n' + otherwise);
    };
    set(*m_goThere, isOther, tr("Go over to this branch, at the same time"), whyNot);
    set(*m_compare, isOther, tr("Show this branch and the current one side by side"), whyNot);
    set(*m_rename, id.has_value(), tr("Give this branch a name"), whyNot);
    set(*m_remove, isOther, tr("Delete this branch"), whyNot);
    set(*m_restore, m_session.hasRemovedBranches(), tr("Bring the branch back that was deleted last"),
        tr("No branch was deleted"));
}

void BranchPanel::goThere()
{
    if (const auto id = selected())
        m_session.switchTo(*id);
}

void BranchPanel::compare()
{
    if (const auto id = selected())
        emit compareRequested(*id);
}

void BranchPanel::rename()
{
    if (const auto id = selected())
        m_table->edit(m_model->index(m_model->rowOf(*id), BranchModel::NameColumn));
}

void BranchPanel::remove()
{
    if (const auto id = selected())
        m_session.removeBranch(*id);
}

void BranchPanel::restore()
{
    m_session.restoreRemovedBranch();
}

std::optional<BranchId> BranchPanel::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(rows.front().data(BranchModel::IdRole).toUInt());
}

} // namespace finwait
