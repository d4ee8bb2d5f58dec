// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT
//
// What nearly every file of the rooms with widgets reads. It only saves time: each source file still includes what
// it uses, and the lint preset builds without this file to hold them to it.

#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QAction>
#include <QColor>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QMainWindow>
#include <QPainter>
#include <QPainterPath>
#include <QString>
#include <QVariantAnimation>
#include <QWidget>
