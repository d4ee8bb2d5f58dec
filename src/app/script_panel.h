// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The script that is played, beside the pictures: its text, what has happened last in it, and where the endpoint does
// not do what it says.
#pragma once

#include "app/script_io.h"
#include "view/theme.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;

namespace finwait {

class ScriptTextView;
class Session;

class ScriptPanel : public QWidget
{
    Q_OBJECT

public:
    /// `session` must outlive the panel.
    explicit ScriptPanel(Session& session, QWidget* parent = nullptr);

    /// `session` plays what comes of it. nullopt: nothing is shown.
    void setScript(const std::optional<PlayedScript>& script);
    void setTheme(const Theme& theme);
    void retranslate();

private:
    void follow();
    void showVerdict();
    void seekTo(std::size_t line);
    [[nodiscard]] std::vector<std::size_t> currentLines() const;
    [[nodiscard]] StepIndex stepsInCommon() const;

    Session& m_session;
    std::optional<PlayedScript> m_script;
    Theme m_theme = Theme::lightTheme();
    QLabel* m_verdict;
    ScriptTextView* m_text;
    std::uint64_t m_rewrites = 0; // of the session, when m_common was found
    StepIndex m_common = 0;       // steps of the session's trace that are the script's
};

} // namespace finwait
