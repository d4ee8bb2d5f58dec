// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The line at the bottom: what happened last or was refused, and the states of both ends.
#pragma once

#include "core/command.h"
#include "core/reason.h"
#include "core/side.h"
#include "view/theme.h"

#include <QStatusBar>

class QLabel;

namespace finwait {

class Session;

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// Shows `session`, which must outlive it.
    explicit StatusLine(const Session& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void retranslate();
    /// Says something that is not an event of the connection, until the next event.
    void say(const QString& text);

private:
    void refresh();
    void showRefusal(const Command& command, Refusal why);
    void showEvent(const QString& text, bool isRefusal);
    [[nodiscard]] QString lastEvent() const;

    const Session& m_session;
    const Theme* m_theme;
    QLabel* m_event;
    PerSide<QLabel*> m_states;
};

} // namespace finwait
