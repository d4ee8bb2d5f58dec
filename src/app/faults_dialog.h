// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks what the network does to segments, and how the clocks of both ends differ from their profiles.
#pragma once

#include "core/command.h"
#include "scenario/scenario.h"
#include "view/theme.h"

#include <QDialog>
#include <QPersistentModelIndex>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class FaultsDialog;
}

class QPushButton;

namespace finwait {

class ClockworkPane;
class FaultRuleModel;
class Session;

class FaultsDialog : public QDialog
{
    Q_OBJECT

public:
    /// With the faults that there are at the playhead of `session`, which must not move while the dialog is open.
    FaultsDialog(const Session& session, const Theme& theme, QWidget* parent = nullptr);
    ~FaultsDialog() override;

    /// The scenario with these faults.
    [[nodiscard]] Scenario scenario() const;
    /// What has to be commanded at the playhead, so that these faults are there from it on; none if they are already.
    [[nodiscard]] std::vector<Command> commands() const;

signals:
    /// The scenario is to begin anew with these faults, or they are to hold for what follows. The dialog stays as it is
    /// until it is accepted: whoever has to be asked before may say no.
    void fromStartRequested();
    void fromHereRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setupTable();
    void setupKeys();
    void setupButtons();
    void connectInputs();
    void addRule();
    void duplicateRule();
    void removeRule();
    void moveRule(int by);
    void choose(int row);
    [[nodiscard]] std::optional<int> chosen() const;
    void goToRule(const QModelIndex& index);
    void showRule();
    void takeEdit();
    void countMet();
    void refresh();
    [[nodiscard]] QString complaint() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString preview() const;
    [[nodiscard]] ClockworkPane& pane(Side side) const;

    std::unique_ptr<Ui::FaultsDialog> m_ui;
    const Session& m_session;
    const Theme& m_theme;
    FaultRuleModel* m_model;
    QPushButton* m_again = nullptr;
    QPushButton* m_fromHere = nullptr;
    std::vector<std::vector<FlightIndex>> m_met; // by each rule
    QPersistentModelIndex m_shown;               // the rule in the editor
};

} // namespace finwait
