// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The branches of a session in a list, and what can be done with them: go there, compare, rename, delete, bring back.
#pragma once

#include "session/branch.h"
#include "view/theme.h"

#include <QWidget>

#include <optional>

class QAction;
class QTableView;

namespace finwait {

class BranchModel;
class Session;

class BranchPanel : public QWidget
{
    Q_OBJECT

public:
    /// `session` must outlive the panel.
    explicit BranchPanel(Session& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

signals:
    /// The branch is to be shown beside the current one.
    void compareRequested(finwait::BranchId id);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QAction* addAction(const char* name, const QKeySequence& keys, void (BranchPanel::*whenDone)());
    void setupTable();
    void fitColumns();
    void retranslate();
    void refresh();
    void allow();
    void goThere();
    void compare();
    void rename();
    void remove();
    void restore();
    /// nullopt: no row is selected.
    [[nodiscard]] std::optional<BranchId> selected() const;

    Session& m_session;
    BranchModel* m_model;
    QTableView* m_table;
    QAction* m_goThere;
    QAction* m_compare;
    QAction* m_rename;
    QAction* m_remove;
    QAction* m_restore;
    std::optional<BranchId> m_lastSelected; // while the model is reset
};

} // namespace finwait
