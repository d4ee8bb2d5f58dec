// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/delay_spin_box.h"

#include <cmath>

namespace finwait {

namespace {

constexpr double longest = 60'000; // ms
constexpr double step = 10;        // ms
constexpr double microsecondsPerMillisecond = 1000;

} // namespace

DelaySpinBox::DelaySpinBox(QWidget* parent) : QDoubleSpinBox(parent)
{
    setRange(0, longest);
    setDecimals(1);
    setSingleStep(step);
    setSuffix(tr(" ms"));
}

Duration DelaySpinBox::delay() const
{
    return Duration{std::llround(value() * microsecondsPerMillisecond)};
}

void DelaySpinBox::setDelay(Duration delay)
{
    setValue(double(delay.count()) / microsecondsPerMillisecond);
}

} // namespace finwait
