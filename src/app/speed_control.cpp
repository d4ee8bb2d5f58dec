// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/speed_control.h"

#include "session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

// The slider counts in hundredths of a power of ten.
constexpr double stepsPerDecade = 100;
constexpr int keyStep = 10;
constexpr int pageStep = 50;
constexpr int catchDistance = 4; // steps within which dragging catches real time
constexpr int sliderWidth = 84;

int positionOf(double factor)
{
    return int(std::lround(std::log10(factor) * stepsPerDecade));
}

double factorAt(int position)
{
    const int caught = std::abs(position) <= catchDistance ? 0 : position;
    return std::clamp(std::pow(10.0, caught / stepsPerDecade), Session::slowest, Session::fastest);
}

/// Two figures are enough for a speed.
QString figures(double number)
{
    return QLocale().toString(number, 'g', number >= 100 ? 3 : 2);
}

} // namespace

QString speedText(double factor)
{
    constexpr double near = 0.005; // one percent either way is still called 1
    if (factor < 1 - near)
        return SpeedControl::tr("1/%1×").arg(figures(1 / factor));
    return SpeedControl::tr("%1×").arg(figures(factor));
}

SpeedControl::SpeedControl(QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_figure(new QLabel(this))
{
    m_slider->setRange(positionOf(Session::slowest), positionOf(Session::fastest));
    m_slider->setSingleStep(keyStep);
    m_slider->setPageStep(pageStep);
    m_slider->setFixedWidth(sliderWidth);
    m_slider->setObjectName(QStringLiteral("speed"));
    m_slider->setFocusPolicy(Qt::TabFocus); // whoever drags it goes on with the keys of the window
    m_figure->setMinimumWidth(m_figure->fontMetrics().horizontalAdvance(speedText(Session::slowest)));
    m_figure->setBuddy(m_slider);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    layout->addWidget(m_slider);
    layout->addWidget(m_figure);

    connect(m_slider, &QSlider::valueChanged, this, [this](int position) { emit speedRequested(factorAt(position)); });
    retranslate();
    showSpeed(1);
}

void SpeedControl::showSpeed(double factor)
{
    m_figure->setText(speedText(factor));
    const QSignalBlocker blocker(m_slider);
    if (std::abs(m_slider->value() - positionOf(factor)) > catchDistance || !m_slider->isSliderDown())
        m_slider->setValue(positionOf(factor));
}

void SpeedControl::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SpeedControl::retranslate()
{
    m_slider->setAccessibleName(tr("Speed"));
    const QString tip = tr("How fast virtual time runs, from a hundredth of real time to a hundred times as fast");
    m_slider->setToolTip(tip);
    m_figure->setToolTip(tip);
}

} // namespace finwait
