// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The line at the bottom: what happened last or was refused, and the states of both ends.
#pragma once

#include "core/command.h"
#include "core/reason.h"
#include "core/side.h"
#include "core/trace.h"
#include "view/theme.h"

#include <QStatusBar>

#include <cstdint>
#include <optional>

class QAction;
class QLabel;

namespace finwait {

class Session;

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// Shows `session`; `opening` is what opens a connection where nothing happens by itself. Both must outlive it.
    StatusLine(const Session& session, const QAction& opening, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void retranslate();
    /// Says something that is not an event of the connection, until the next event.
    void say(const QString& text);
    /// The same for something that cannot be done.
    void sayWhyNot(const QString& text);

private:
    /// Of the session: as long as it is the same, nothing has happened.
    struct Moment {
        std::uint64_t rewrites = 0;
        StepIndex position = 0;

        friend bool operator==(const Moment&, const Moment&) = default;
    };
    enum class Tone : std::uint8_t { Plain, Refusal };

    void refresh();
    void showWaiting();
    void showStates();
    void sayRefusal(const Command& command, Refusal why);
    void sayUntilTheNextEvent(const QString& text, Tone tone);
    void showText(const QString& text, Tone tone);
    [[nodiscard]] Moment moment() const;
    [[nodiscard]] QString firstHint() const;
    [[nodiscard]] QString lastEvent() const;

    const Session& m_session;
    const QAction& m_opening;
    const Theme* m_theme;
    QLabel* m_event;
    QLabel* m_waiting;
    QLabel* m_cutShort;
    std::optional<Moment> m_said; // when something was said that is not an event
    PerSide<QLabel*> m_states;
};

} // namespace finwait
