// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The clockwork of one endpoint: what its profile says and where it has that from, and what is to replace it.
#pragma once

#include "core/clockwork.h"
#include "core/profile_sources.h"
#include "core/stack_profile.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace finwait {

class ValueEdit;

class ClockworkPane : public QWidget
{
    Q_OBJECT

public:
    explicit ClockworkPane(QWidget* parent = nullptr);

    /// Offers to replace what `profile` says, and to send keep-alives or not.
    void show(const StackProfile& profile, const Clockwork& clockwork, bool keepAlive, const QColor& errorColor);
    /// Of the fields that can be used.
    [[nodiscard]] Clockwork clockwork() const;
    /// Whether this side is to send keep-alives: no clockwork says so.
    [[nodiscard]] bool keepAlive() const;
    /// Every field can be used.
    [[nodiscard]] bool isValid() const;

signals:
    void edited();

private:
    struct Row {
        QLabel* profileValue = nullptr;
        QLabel* source = nullptr;
        ValueEdit* own = nullptr;
        QLabel* note = nullptr;
    };

    void addHeading(QGridLayout& grid) const;
    void addRow(QGridLayout& grid, ClockField field);
    void addKeepAlive(QGridLayout& grid);
    [[nodiscard]] QString keepAliveText() const;
    void addSpeed(QGridLayout& grid);
    [[nodiscard]] Row& row(ClockField field) { return m_rows[std::size_t(field)]; }
    [[nodiscard]] const Row& row(ClockField field) const { return m_rows[std::size_t(field)]; }
    [[nodiscard]] bool limitsFit() const;
    void refresh();

    StackProfile m_profile;
    std::array<Row, clockFieldCount> m_rows;
    QCheckBox* m_keepAlive = nullptr;
    QLabel* m_keepAliveNote = nullptr;
    bool m_keptAlive = false; // in the connection that is played
    QDoubleSpinBox* m_speed = nullptr;
    QLabel* m_limitsNote = nullptr;
    QColor m_errorColor;
};

} // namespace finwait
