// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A click on a check box or radio button where it takes one: on the box, not on the empty space behind its text.
#pragma once

#include <QAbstractButton>
#include <QTest>

namespace finwait {

inline void clickBox(QAbstractButton* button)
{
    constexpr int intoTheBox = 8; // pixels
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(intoTheBox, button->height() / 2));
}

} // namespace finwait
