// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A spin box for lengths of virtual time, in milliseconds.
#pragma once

#include "core/virtual_time.h"

#include <QDoubleSpinBox>

namespace finwait {

class DelaySpinBox : public QDoubleSpinBox
{
    Q_OBJECT

public:
    /// From nothing to a minute.
    explicit DelaySpinBox(QWidget* parent = nullptr);

    [[nodiscard]] Duration delay() const;
    void setDelay(Duration delay);
};

} // namespace finwait
