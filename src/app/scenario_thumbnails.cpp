// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_thumbnails.h"

#include "view/diagram_scene.h"
#include "view/diagram_state.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace finwait {

namespace {

/// In the diagram, which is then made smaller: boxes are to be seen, and what is written in them nearly.
constexpr int fontSize = 15;

} // namespace

ScenarioThumbnails::ScenarioThumbnails(QObject* parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &ScenarioThumbnails::drawNext);
}

void ScenarioThumbnails::setTheme(const Theme& theme)
{
    if (m_theme.dark == theme.dark)
        return;
    m_theme = theme;
    m_pictures.clear();
}

QPixmap ScenarioThumbnails::of(const Scenario& scenario, qreal pixelRatio)
{
    const QString language = QLocale().name();
    if (m_pixelRatio != pixelRatio || m_language != language) {
        m_pixelRatio = pixelRatio;
        m_language = language;
        m_pictures.clear();
    }
    const auto found = m_pictures.find(&scenario);
    if (found != m_pictures.end())
        return found->second;
    if (std::ranges::find(m_wanted, &scenario) == m_wanted.end())
        m_wanted.push_back(&scenario);
    m_timer.start(0);
    return {};
}

void ScenarioThumbnails::drawNext()
{
    const Scenario* scenario = m_wanted.back();
    m_wanted.pop_back();
    if (m_wanted.empty())
        m_timer.stop();
    m_pictures[scenario] = draw(*scenario);
    emit drawn(*scenario);
}

QPixmap ScenarioThumbnails::draw(const Scenario& scenario) const
{
    const Run run = runScenario(scenario);
    QFont font;
    font.setPixelSize(fontSize);
    DiagramScene diagram;
    diagram.setTheme(m_theme);
    diagram.setLabelFont(font);
    diagram.showState(diagramState(run.trace, static_cast<RecordIndex>(run.trace.records().size()), run.trace.end()));

    QPixmap picture(size * m_pixelRatio);
    picture.setDevicePixelRatio(m_pixelRatio);
    picture.fill(m_theme.panel);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    diagram.render(&painter, QRectF(QPointF(), size), diagram.sceneRect());
    return picture;
}

} // namespace finwait
