// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The actions of one menu as a table: what they are called, their keys, icons and tool tips, in one place. An action
// that cannot be done now says in its tool tip why.
#pragma once

#include <QAction>
#include <QObject>

#include <span>
#include <vector>

class QKeyEvent;

namespace finwait {

struct ActionRow {
    const char* name; ///< object name of the action
    const char* icon; ///< of resources/icons; nullptr: none
    const char* keys; ///< QKeySequence::PortableText; several separated by "; "; nullptr: none
    const char* text; ///< with a mnemonic; marked for translation
    const char* tip;  ///< a sentence without a full stop; marked for translation
    bool checkable = false;
};

class ActionTable
{
public:
    /// The texts of `rows`, which must live as long as the table, are translated in `context`.
    ActionTable(std::span<const ActionRow> rows, const char* context, QObject* parent);

    /// The action of the row at the place of `row`, an enumerator or a number.
    template <typename Index>
    [[nodiscard]] QAction& operator[](Index row) const
    {
        return *m_actions[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const std::vector<QAction*>& actions() const { return m_actions; }

    void retranslate();
    /// Enables the action of `row`, or disables it for the reason in `whyNot`, a sentence.
    template <typename Index>
    void allow(Index row, const QString& whyNot)
    {
        allowAt(static_cast<std::size_t>(row), whyNot);
    }

private:
    void allowAt(std::size_t row, const QString& whyNot);
    void setTip(std::size_t row);

    std::span<const ActionRow> m_rows;
    const char* m_context;
    std::vector<QAction*> m_actions;
};

/// The action among the children of `window` that has this key and cannot be done now, and says why; nullptr: none.
[[nodiscard]] const QAction* impossibleAction(const QObject& window, const QKeyEvent& key);
/// Why an action of a table cannot be done now, a sentence; empty: it can.
[[nodiscard]] QString whyNotNow(const QAction& action);

/// A tool tip: "Play (Space)", and below it why that is not possible now.
[[nodiscard]] QString actionTip(const QString& tip, const QKeySequence& keys, const QString& whyNot);

} // namespace finwait
