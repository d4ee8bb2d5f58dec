// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Small pictures of the scenarios that ship: the state diagram with the ways that both sides take. They are drawn one
// at a time between events, those that were asked for last first, and kept.
#pragma once

#include "scenario/scenario.h"
#include "view/theme.h"

#include <QObject>
#include <QPixmap>
#include <QSize>
#include <QString>
#include <QTimer>

#include <map>
#include <vector>

namespace finwait {

class ScenarioThumbnails : public QObject
{
    Q_OBJECT

public:
    static constexpr QSize size{168, 112}; ///< in device-independent pixels

    explicit ScenarioThumbnails(QObject* parent = nullptr);

    /// Pictures in another theme are forgotten, and so are those in another language.
    void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// Of a scenario of the library, for a screen with that many pixels in one. Null: it will be drawn, and then
    /// announced.
    [[nodiscard]] QPixmap of(const Scenario& scenario, qreal pixelRatio);

signals:
    void drawn(const finwait::Scenario& scenario);

private:
    void drawNext();
    [[nodiscard]] QPixmap draw(const Scenario& scenario) const;

    Theme m_theme = Theme::lightTheme();
    qreal m_pixelRatio = 1;
    QString m_language; // of their words
    std::map<const Scenario*, QPixmap> m_pictures;
    std::vector<const Scenario*> m_wanted; // the last one is drawn next
    QTimer m_timer;
};

} // namespace finwait
