// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a scenario is about: beside the connection, where it is played, and in the library.
#pragma once

#include "scenario/scenario.h"
#include "view/theme.h"

#include <QTextBrowser>

#include <cstdint>
#include <string>

namespace finwait {

class Session;

/// What it is called and teaches, its stacks, what goes wrong in it, also by what was done by hand, and the states that
/// both sides go through.
[[nodiscard]] QString scenarioHtml(const Scenario& scenario, const Theme& theme);

class ScenarioPage : public QTextBrowser
{
    Q_OBJECT

public:
    /// About the scenario of `session`, which must outlive the page.
    explicit ScenarioPage(const Session& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void retranslate();

signals:
    /// It is about another scenario than before, and not just about the same in another way.
    void turned();

private:
    void follow();
    void refresh();

    const Session& m_session;
    Theme m_theme = Theme::lightTheme();
    std::string m_name;           // of the scenario
    std::uint64_t m_rewrites = 0; // of the session, when it was looked at last
    QString m_html;
};

} // namespace finwait
