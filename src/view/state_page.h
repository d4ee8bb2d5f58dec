// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One side at the playhead, in words and numbers: the inspector's page for it.
#pragma once

#include "core/side.h"
#include "view/theme.h"

#include <QScrollArea>

#include <vector>

class QLabel;

namespace finwait {

class CellLayout;
class Pill;
class Session;
class TimerBars;
struct Variable;

class StatePage : public QScrollArea
{
    Q_OBJECT

public:
    /// `session` must outlive the page.
    StatePage(const Session& session, Side side, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Shows the moment of the playhead, in the language of the moment.
    void refresh();

private:
    struct Cell {
        QWidget* widget;
        QLabel* name;
        QLabel* value;
    };

    void setupContent();
    QLabel* addParagraph(QWidget& content);
    Cell addCell();
    void showState();
    [[nodiscard]] QString certainty() const;
    void showVariables(const std::vector<Variable>& variables);
    void applyTheme();

    const Session& m_session;
    Side m_side;
    Theme m_theme = Theme::lightTheme();
    QLabel* m_heading;
    QLabel* m_certainty;
    QLabel* m_meaning;
    Pill* m_sending;
    Pill* m_receiving;
    CellLayout* m_grid;
    std::vector<Cell> m_cells; // as many as were ever needed; those not needed now are hidden
    TimerBars* m_timers;
    QLabel* m_next;
    QLabel* m_elsewhere;
};

} // namespace finwait
