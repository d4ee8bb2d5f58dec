// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All that a rule for segments says, to be changed.
#pragma once

#include "core/fault_rule.h"

#include <QColor>
#include <QWidget>

#include <memory>

namespace Ui {
class FaultRuleEditor;
}

namespace finwait {

class ValueEdit;

class FaultRuleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FaultRuleEditor(QWidget* parent = nullptr);
    ~FaultRuleEditor() override;

    /// In which complaints are written.
    void setErrorColor(const QColor& color);
    void setRule(const FaultRule& rule);
    /// As it was when every field could be used last.
    [[nodiscard]] const FaultRule& rule() const { return m_rule; }
    /// Every field can be used.
    [[nodiscard]] bool isValid() const { return wrongField() == nullptr; }
    /// To the first field that cannot be used.
    void focusWrongField();

signals:
    /// A person has changed a field, to something usable or not.
    void edited();

private:
    void fillChoices();
    void setRanges();
    void connectInputs();
    void show(const SegmentMatch& match);
    void show(const FaultAction& action);
    void refresh();
    void read();
    [[nodiscard]] ValueEdit* wrongField() const;
    [[nodiscard]] SegmentMatch match() const;
    [[nodiscard]] FaultAction action() const;

    std::unique_ptr<Ui::FaultRuleEditor> m_ui;
    FaultRule m_rule;
    QColor m_errorColor;
    bool m_isShowing = false; // the fields follow the rule, not a person
};

} // namespace finwait
