// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks who closes and what the other side does then, and shows beforehand which way both ends will go.
#pragma once

#include "app/connection_choices.h"
#include "core/trace.h"
#include "view/theme.h"

#include <QDialog>

#include <memory>

class QRadioButton;

namespace Ui {
class CloseConnectionDialog;
}

namespace finwait {

class Session;

class CloseConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// For the connection of `session` as it is at the playhead, which must not move while the dialog is open.
    CloseConnectionDialog(const CloseChoice& choice, const Session& session, const Theme& theme,
                          QWidget* parent = nullptr);
    ~CloseConnectionDialog() override;

    /// Whether anything could be chosen at the playhead of `session`.
    [[nodiscard]] static bool isPossible(const Session& session);

    [[nodiscard]] CloseChoice choice() const;
    /// The choice, but as it was given where something else was suggested since that is not possible now, and the
    /// person has left it at that.
    [[nodiscard]] CloseChoice ownChoice() const;
    /// What the choice comes to.
    [[nodiscard]] std::vector<Command> commands() const;

private:
    void setChoice(const CloseChoice& choice);
    void offerWhatIsPossible();
    void offer(QRadioButton* button, const QString& refusal);
    void connectInputs();
    void refresh();
    /// What the passive side may send, whichever side that is.
    [[nodiscard]] std::uint32_t mostOctets() const;
    [[nodiscard]] PerSide<State> states() const;

    std::unique_ptr<Ui::CloseConnectionDialog> m_ui;
    const Session& m_session;
    Trace m_before; // up to the playhead
    const Theme& m_theme;
    CloseChoice m_given;
    CloseChoice m_suggested; // what is possible of it
};

} // namespace finwait
