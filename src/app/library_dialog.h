// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The scenarios that ship, to be looked through and searched; one of them is chosen.
#pragma once

#include "scenario/scenario.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LibraryDialog;
}

namespace finwait {

class LibraryFilter;
class LibraryModel;
class ScenarioThumbnails;

class LibraryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `thumbnails` must outlive it; `current` is the name of the scenario to begin at.
    LibraryDialog(ScenarioThumbnails& thumbnails, const std::string& current, QWidget* parent = nullptr);
    ~LibraryDialog() override;

    /// The chosen one; nullptr: none is found.
    [[nodiscard]] const Scenario* scenario() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& text);
    void tell();

    std::unique_ptr<Ui::LibraryDialog> m_ui;
    LibraryModel* m_model;
    LibraryFilter* m_filter;
    ScenarioThumbnails& m_thumbnails;
};

} // namespace finwait
