// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Makes a good SVG of what QSvgGenerator writes: fonts with fallbacks and fixed lengths, so that text fits wherever it
// is read; a size in pixels; no empty groups; a title and a description that a screen reader finds.
#pragma once

#include <QByteArray>
#include <QSizeF>
#include <QString>

namespace finwait {

/// `raw` must be well-formed XML with an <svg> root; `size` is of the whole picture in pixels.
[[nodiscard]] QByteArray polishedSvg(const QByteArray& raw, QSizeF size);

/// `text` as QSvgGenerator needs its title and description: Qt 6.4 writes them without escaping.
[[nodiscard]] QString svgEscaped(const QString& text);

} // namespace finwait
