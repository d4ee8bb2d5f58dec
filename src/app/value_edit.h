// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A field for a duration or a number, in which nothing may stand as well. What cannot be used keeps standing there, and
// the field says why.
#pragma once

#include "scenario/scenario_reader.h"

#include <QLineEdit>

#include <cstdint>
#include <optional>

class QLabel;

namespace finwait {

class ValueEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// What may be entered. Durations are counted in microseconds.
    struct Range {
        bool isDuration = true;
        std::int64_t least = 0;
        std::int64_t most = 0;
        bool mayBeEmpty = false;
    };

    explicit ValueEdit(QWidget* parent = nullptr);

    void setRange(const Range& range);
    void setValue(std::optional<std::int64_t> value);
    /// nullopt: nothing is entered, or nothing that can be used.
    [[nodiscard]] std::optional<std::int64_t> value() const;
    /// Why what is entered cannot be used, a sentence; empty if it can.
    [[nodiscard]] QString complaint() const;
    /// Shows that in `note`, a label at the field, and outlines the field in `color`.
    void complain(QLabel& note, const QColor& color);
    /// Only outlines it, where the complaint is shown by somebody else.
    void markIfUnusable(const QColor& color);

private:
    [[nodiscard]] std::optional<std::int64_t> entered() const;

    Range m_range;
};

/// As long as a scenario can say.
inline constexpr ValueEdit::Range anyDelay{true, 0, longestScenarioTime.count(), false};

/// "200 ms" or "3": as it can be entered.
[[nodiscard]] QString typedValue(std::int64_t value, bool isDuration);

} // namespace finwait
