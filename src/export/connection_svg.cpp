// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/connection_svg.h"

#include "export/drawing_svg.h"
#include "export/run_text.h"
#include "scenario/scenario.h"
#include "view/diagram_scene.h"
#include "view/diagram_tips.h"
#include "view/sequence_picture.h"
#include "view/words.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>

#include <optional>

namespace finwait {

namespace {

constexpr int fontSize = 13;       // pixels: the same file wherever it is written
constexpr double chartWidth = 620; // pixels

struct Svg {
    Q_DECLARE_TR_FUNCTIONS(finwait::ConnectionSvg)
};

QFont pictureFont()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(fontSize);
    return font;
}

bool shows(PictureContent wanted, PictureContent part)
{
    return wanted == part || wanted == PictureContent::Both;
}

/// Draws a scene without its own ground: there is one for the whole picture, or none.
Drawing drawingOf(QGraphicsScene& scene)
{
    scene.setBackgroundBrush(Qt::NoBrush);
    const QRectF area = scene.sceneRect();
    return {area.size(), [&scene, area](QPainter& painter) {
                scene.render(&painter, QRectF(QPointF(), area.size()), area, Qt::IgnoreAspectRatio);
            }};
}

Drawing drawingOf(const SequencePicture& picture)
{
    return {picture.size(), [&picture](QPainter& painter) { picture.paint(painter); }};
}

} // namespace

PictureMoment endOf(const Trace& trace)
{
    return {static_cast<RecordIndex>(trace.records().size()), trace.end()};
}

ConnectionSvg::ConnectionSvg(const Trace& trace, const PictureMoment& moment, const PictureOptions& options)
    : m_trace(trace)
    , m_moment(moment)
    , m_options(options)
{}

QByteArray ConnectionSvg::contents()
{
    Theme theme = m_options.theme;
    if (m_options.transparent)
        theme.panel = Qt::transparent;
    std::optional<DiagramScene> diagram;
    std::optional<SequencePicture> chart;
    std::vector<Drawing> drawings;
    if (shows(m_options.content, PictureContent::Diagram)) {
        diagram.emplace();
        diagram->setTheme(theme);
        diagram->setLabelFont(pictureFont());
        diagram->setEveryTransition(m_options.everyTransition);
        diagram->showState(diagramState(m_trace, m_moment.records, m_moment.now));
        diagram->setTotals(m_options.totals);
        drawings.push_back(drawingOf(*diagram));
    }
    if (shows(m_options.content, PictureContent::Chart)) {
        chart.emplace(m_trace, theme, pictureFont(), chartWidth, m_options.chart);
        drawings.push_back(drawingOf(*chart));
    }
    DrawingSvg svg(std::move(drawings), m_options.title, description());
    if (!m_options.transparent)
        svg.setGround(theme.panel);
    return svg.contents();
}

QString ConnectionSvg::description() const
{
    QStringList sentences;
    if (shows(m_options.content, PictureContent::Diagram) && m_options.totals) {
        sentences << Svg::tr("A TCP state diagram of many connections.") << totalsText(*m_options.totals);
    } else if (shows(m_options.content, PictureContent::Diagram) && m_trace.foreign) {
        const Side side = m_trace.endpoints().front();
        const QString state = words::stateName(m_trace.stateAfter(side, m_moment.records));
        sentences << (side == Side::Client //: %1: a moment, %2: a state
                          ? Svg::tr("A TCP state diagram at %1: the client is in %2.")
                          : Svg::tr("A TCP state diagram at %1: the server is in %2."))
                         .arg(words::moment(m_moment.now), state);
    } else if (shows(m_options.content, PictureContent::Diagram)) {
        const State client = m_trace.stateAfter(Side::Client, m_moment.records);
        const State server = m_trace.stateAfter(Side::Server, m_moment.records);
        //: %1: a moment, %2 and %3: states
        sentences << Svg::tr("A TCP state diagram at %1: the client is in %2, the server in %3.")
                         .arg(words::moment(m_moment.now), words::stateName(client), words::stateName(server));
    }
    if (shows(m_options.content, PictureContent::Chart))
        sentences
            << Svg::tr("A message sequence chart of a TCP connection with %1 segments.").arg(m_trace.flights().size());
    if (m_options.content == PictureContent::Diagram && m_options.totals)
        return sentences.join(u' ');
    for (const Side side : m_trace.endpoints()) {
        sentences << (side == Side::Client ? Svg::tr("States of the client: %1.")
                                           : Svg::tr("States of the server: %1."))
                         .arg(pathText(pathOf(m_trace, side)));
    }
    return sentences.join(u' ');
}

} // namespace finwait
