// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A row of check boxes, one for each flag of a segment.
#pragma once

#include "core/segment.h"

#include <QCheckBox>
#include <QWidget>

#include <array>

namespace finwait {

class FlagBoxes : public QWidget
{
    Q_OBJECT

public:
    explicit FlagBoxes(QWidget* parent = nullptr);

    [[nodiscard]] Flags flags() const;
    void setFlags(const Flags& flags);
    /// Takes the marks away that `flags` has.
    void clear(const Flags& flags);
    /// What a box means to those who hear it; %1 is the flag.
    void setAccessibleTexts(const QString& pattern);

signals:
    /// A person has changed them.
    void edited();

private:
    static constexpr std::size_t count = 6;
    std::array<QCheckBox*, count> m_boxes{};
};

} // namespace finwait
