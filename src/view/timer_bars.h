// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The running timers of one endpoint: a bar for each that empties as its time runs out, and what is left in words.
#pragma once

#include "core/side.h"
#include "core/timer.h"
#include "core/virtual_time.h"
#include "view/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace finwait {

class TimerBars : public QWidget
{
    Q_OBJECT

public:
    explicit TimerBars(Side side, QWidget* parent = nullptr);

    void setTimers(const TimerSet& timers, Time now);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        TimerKind kind{};
        QString left;       ///< "340 ms left"
        double share = 0.0; ///< of its time that is left, 0 to 1
        friend bool operator==(const Bar&, const Bar&) = default;
    };
    void nameThem();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int nameWidth() const;

    Side m_side;
    Theme m_theme = Theme::lightTheme();
    std::vector<Bar> m_bars;
};

} // namespace finwait
