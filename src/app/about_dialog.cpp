// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/about_dialog.h"

#include "finwait_version.h"
#include "ui_about_dialog.h"

#include <QIcon>
#include <QPushButton>

namespace finwait {

namespace {

constexpr int iconSize = 64;
constexpr double nameScale = 1.7; // of the usual font

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_ui->icon->setPixmap(QIcon(QStringLiteral(":/icons/finwait.svg")).pixmap(iconSize, iconSize));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * nameScale);
    large.setBold(true);
    m_ui->name->setFont(large);
    m_ui->name->setText(QStringLiteral("Finwait"));
    m_ui->versions->setText(
        tr("Version %1, with Qt %2").arg(QString::fromLatin1(versionText), QString::fromLatin1(qVersion())));
}

AboutDialog::~AboutDialog() = default;

} // namespace finwait
