// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/loading_strip.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace finwait {

namespace {

constexpr int notice = 150; // milliseconds
constexpr int progressWidth = 140;
constexpr int progressHeight = 14;
constexpr int longestName = 200; // pixels

} // namespace

LoadingStrip::LoadingStrip(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("loadingStrip"));
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setFixedSize(progressWidth, progressHeight);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelLoading"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    m_later.setSingleShot(true);
    m_later.setInterval(notice);
    connect(&m_later, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &LoadingStrip::cancelRequested);
    retranslate();
    hide();
}

void LoadingStrip::begin(const QString& path)
{
    m_path = path;
    retranslate();
    if (!isVisible())
        m_later.start();
}

void LoadingStrip::end()
{
    m_later.stop();
    hide();
}

void LoadingStrip::showPercent(int percent)
{
    m_progress->setValue(percent);
}

void LoadingStrip::retranslate()
{
    const QString name = m_text->fontMetrics().elidedText(QFileInfo(m_path).fileName(), Qt::ElideMiddle, longestName);
    m_text->setText(tr("Reading %1").arg(name));
    m_progress->setAccessibleName(tr("How much of the file is read"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace finwait
