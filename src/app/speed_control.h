// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How fast virtual time runs: a slider on which each step to the right multiplies, and the speed in figures beside it.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace finwait {

/// "1/100×", "1/4×", "1×", "2.5×", "100×".
[[nodiscard]] QString speedText(double factor);

class SpeedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedControl(QWidget* parent = nullptr);

    /// Shows `factor`, between Session::slowest and Session::fastest, without a signal.
    void showSpeed(double factor);

signals:
    void speedRequested(double factor);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QSlider* m_slider;
    QLabel* m_figure;
};

} // namespace finwait
