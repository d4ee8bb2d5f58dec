// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A small label that says yes, not yet or no: with a mark and with words, never by colour alone.
#pragma once

#include "core/side.h"
#include "view/permission.h"
#include "view/theme.h"

#include <QWidget>

namespace finwait {

class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(Side side, QWidget* parent = nullptr);

    void setContent(const Allowance& allowance);
    void setTheme(const Theme& theme);
    [[nodiscard]] Permission permission() const { return m_shown.permission; }
    [[nodiscard]] const QString& text() const { return m_shown.text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintMark(QPainter& painter, const QRectF& square) const;

    Side m_side;
    Theme m_theme = Theme::lightTheme();
    Allowance m_shown;
};

} // namespace finwait
