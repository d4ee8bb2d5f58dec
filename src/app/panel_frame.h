// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The rounded frame around a picture or a list. A ring on it shows whoever works with the keyboard where the keys go.
#pragma once

#include <QFrame>

namespace finwait {

class PanelFrame : public QFrame
{
    Q_OBJECT

public:
    /// With `content` in it.
    explicit PanelFrame(QWidget* content, QWidget* parent = nullptr);

    /// The focus is in here, and came by keyboard.
    [[nodiscard]] bool hasRing() const { return m_hasRing; }
    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setRing(bool on);

    bool m_hasRing = false;
};

} // namespace finwait
