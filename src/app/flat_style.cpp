// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/flat_style.h"

#include "app/slider_look.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace finwait {

namespace {

constexpr double radius = 4;
constexpr double boxRadius = 3;
constexpr double line = 1;
constexpr double focusLine = 1.5;
constexpr double markLine = 1.8;
constexpr double chevronWidth = 7;
constexpr int hoverShade = 106; // percent, of the control's ground
constexpr int pressShade = 115;

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A one-pixel line around this stays inside `rect`.
QRectF inside(const QRect& rect, double pen = line)
{
    return QRectF(rect).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
}

/// In dark themes what is touched grows lighter, in light ones darker.
QColor touched(const QColor& color, int percent)
{
    constexpr int middle = 128;
    constexpr int darkFactor = 3; // dark colours have to change more to be seen to
    return color.lightness() < middle ? color.lighter(100 + (percent - 100) * darkFactor) : color.darker(percent);
}

QColor groundOf(const QStyleOption& option)
{
    const QColor ground = option.palette.color(QPalette::Button);
    if (!has(option, QStyle::State_Enabled))
        return option.palette.color(QPalette::Window);
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        return touched(ground, pressShade);
    return has(option, QStyle::State_MouseOver) ? touched(ground, hoverShade) : ground;
}

QPen outlineOf(const QStyleOption& option)
{
    const bool focused = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    return {option.palette.color(focused ? QPalette::Highlight : QPalette::Mid), focused ? focusLine : line};
}

void drawBox(QPainter& painter, const QStyleOption& option, const QColor& ground)
{
    const QPen outline = outlineOf(option);
    painter.setPen(outline);
    painter.setBrush(ground);
    painter.drawRoundedRect(inside(option.rect, outline.widthF()), radius, radius);
}

void drawField(QPainter& painter, const QStyleOption& option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    drawBox(painter, option, option.palette.color(enabled ? QPalette::Base : QPalette::Window));
}

/// `down`: 1 points downwards, -1 upwards.
void drawChevron(QPainter& painter, const QStyleOption& option, const QRect& rect, int down, bool enabled)
{
    const QPointF middle = QRectF(rect).center();
    const double half = chevronWidth / 2;
    const double rise = down * half / 2;
    const QPalette::ColorGroup group = enabled ? QPalette::Active : QPalette::Disabled;
    painter.setPen(
        QPen(option.palette.color(group, QPalette::ButtonText), markLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-half, -rise), middle + QPointF(0, rise), middle + QPointF(half, -rise)});
}

void drawButton(QPainter& painter, const QStyleOption& option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    QStyleOption look = option;
    if (isDefault && has(option, QStyle::State_Enabled))
        look.palette.setColor(QPalette::Mid, option.palette.color(QPalette::Highlight));
    drawBox(painter, look, groundOf(option));
}

/// The ground of a check box or radio button; filled when it is on.
void prepareIndicator(QPainter& painter, const QStyleOption& option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QColor outline = option.palette.color(enabled ? QPalette::Dark : QPalette::Mid);
    const QColor filled = option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    painter.setPen(QPen(on ? filled : outline, line));
    painter.setBrush(on ? filled : option.palette.color(enabled ? QPalette::Base : QPalette::Window));
}

QColor markOf(const QStyleOption& option)
{
    return option.palette.color(has(option, QStyle::State_Enabled) ? QPalette::HighlightedText : QPalette::Window);
}

void drawCheckBox(QPainter& painter, const QStyleOption& option)
{
    prepareIndicator(painter, option);
    const QRectF box = inside(option.rect);
    painter.drawRoundedRect(box, boxRadius, boxRadius);
    if (!has(option, QStyle::State_On))
        return;
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.setPen(QPen(markOf(option), markLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{at(0.24, 0.54), at(0.43, 0.72), at(0.77, 0.31)});
}

void drawRadioButton(QPainter& painter, const QStyleOption& option)
{
    prepareIndicator(painter, option);
    const QRectF box = inside(option.rect);
    painter.drawEllipse(box);
    if (!has(option, QStyle::State_On))
        return;
    constexpr double dot = 0.2; // of the width
    painter.setPen(Qt::NoPen);
    painter.setBrush(markOf(option));
    painter.drawEllipse(box.center(), dot * box.width(), dot * box.height());
}

} // namespace

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_EtchDisabledText)
        return 0;
    // Turning the wheel over a box is an accident, and would cost what was done in the connection.
    if (hint == SH_ComboBox_AllowWheelScrolling)
        return 0;
    // Where there is little room all tabs are still there, with the beginnings of their names.
    if (hint == SH_TabBar_PreferNoArrows)
        return 1;
    if (hint == SH_TabBar_ElideMode)
        return Qt::ElideRight;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    constexpr int besideTabText = 14; // both sides: the inspector's four have room in the narrowest window
    return metric == PM_TabBarTabHSpace ? besideTabText : QProxyStyle::pixelMetric(metric, option, widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    using Draw = void (*)(QPainter&, const QStyleOption&);
    Draw draw = nullptr;
    if (element == PE_PanelButtonCommand)
        draw = drawButton;
    else if (element == PE_PanelLineEdit && option->rect.isValid())
        draw = drawField;
    else if (element == PE_IndicatorCheckBox)
        draw = drawCheckBox;
    else if (element == PE_IndicatorRadioButton)
        draw = drawRadioButton;
    if (!draw) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    // The line edit inside a spin box or combo box has no frame of its own.
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == PE_PanelLineEdit && frame && frame->lineWidth == 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    draw(*painter, *option);
    painter->restore();
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    const auto* comboBox = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element == CE_ComboBoxLabel && comboBox)
        drawComboBoxLabel(*comboBox, *painter, widget);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

/// Fusion cuts a text that is too long through a letter: here it ends in an ellipsis.
void FlatStyle::drawComboBoxLabel(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const
{
    constexpr int besideText = 2; // pixels that Fusion leaves at the ends of the text
    constexpr int besideIcon = 4;
    int room = subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget).width() - besideText;
    if (!option.currentIcon.isNull())
        room -= option.iconSize.width() + besideIcon;
    QStyleOptionComboBox shown = option;
    shown.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &shown, &painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    const auto* comboBox = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (control == CC_ComboBox && comboBox && !comboBox->editable)
        drawComboBox(*option, *painter, widget);
    else if (control == CC_SpinBox)
        drawSpinBox(*option, *painter, widget);
    else if (control == CC_Slider)
        drawSlider(*option, *painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    painter->restore();
}

void FlatStyle::drawComboBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    drawBox(painter, option, groundOf(option));
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawChevron(painter, option, arrow, 1, has(option, State_Enabled));
}

void FlatStyle::drawSpinBox(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    drawField(painter, option);
    const auto& spinBox = static_cast<const QStyleOptionSpinBox&>(option);
    const bool enabled = has(option, State_Enabled);
    const QRect up = subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget);
    const QRect down = subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget);
    drawChevron(painter, option, up, -1, enabled && spinBox.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, option, down, 1, enabled && spinBox.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

void FlatStyle::drawSlider(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto& slider = static_cast<const QStyleOptionSlider&>(option);
    if (slider.orientation != Qt::Horizontal) {
        QProxyStyle::drawComplexControl(CC_Slider, &option, &painter, widget);
        return;
    }
    const QPointF handle = QRectF(subControlRect(CC_Slider, &option, SC_SliderHandle, widget)).center();
    const bool focused = has(option, State_HasFocus);
    slider::paintGroove(painter, option.rect.left() + slider::handleRadius,
                        option.rect.left() + option.rect.width() - slider::handleRadius, handle.y(),
                        option.palette.color(QPalette::Mid));
    slider::paintHandle(painter, handle, option.palette.color(QPalette::Highlight),
                        focused ? std::optional(option.palette.color(QPalette::WindowText)) : std::nullopt);
}

} // namespace finwait
