// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/export_dialog.h"

#include "ui_export_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace finwait {

ExportDialog::ExportDialog(const ExportRequest& suggested, const Theme& theme, Writer writer, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_writer(std::move(writer))
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("&Export"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    QPalette warning = m_ui->complaint->palette();
    warning.setColor(QPalette::WindowText, theme.error);
    m_ui->complaint->setPalette(warning);
    m_ui->complaint->hide();
    setRequest(suggested);
    connect(m_ui->choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->file, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    refresh();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::setRequest(const ExportRequest& request)
{
    m_ui->diagram->setChecked(request.content == ExportContent::Diagram);
    m_ui->chart->setChecked(request.content == ExportContent::Chart);
    m_ui->both->setChecked(request.content == ExportContent::Both);
    m_ui->light->setChecked(request.ground == ExportGround::Light);
    m_ui->dark->setChecked(request.ground == ExportGround::Dark);
    m_ui->transparent->setChecked(request.ground == ExportGround::Transparent);
    m_ui->file->setText(QDir::toNativeSeparators(request.path));
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    if (m_ui->diagram->isChecked())
        request.content = ExportContent::Diagram;
    else if (m_ui->chart->isChecked())
        request.content = ExportContent::Chart;
    if (m_ui->dark->isChecked())
        request.ground = ExportGround::Dark;
    else if (m_ui->transparent->isChecked())
        request.ground = ExportGround::Transparent;
    request.path = QDir::fromNativeSeparators(m_ui->file->text().trimmed());
    if (!request.path.isEmpty() && QFileInfo(request.path).suffix().isEmpty())
        request.path += QStringLiteral(".svg");
    return request;
}

void ExportDialog::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Export as SVG"), request().path, tr("SVG pictures (*.svg)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("svg"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_confirmed = path; // the chooser has asked
        m_ui->file->setText(QDir::toNativeSeparators(path));
    });
    chooser->open();
}

void ExportDialog::accept()
{
    const QString path = request().path;
    if (path != m_confirmed && QFileInfo::exists(path))
        askToReplace();
    else
        write();
}

void ExportDialog::askToReplace()
{
    const QString path = request().path;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Export as SVG"),
                                     tr("There is a file %1 already.").arg(QDir::toNativeSeparators(path)),
                                     QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* replace = question->addButton(tr("&Replace it"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(replace, &QPushButton::clicked, this, &ExportDialog::write);
    question->open();
}

void ExportDialog::write()
{
    const QString wrong = m_writer(request());
    if (wrong.isEmpty())
        QDialog::accept();
    else
        complain(wrong);
}

void ExportDialog::complain(const QString& text)
{
    m_ui->complaint->setText(text);
    m_ui->complaint->show();
}

void ExportDialog::refresh()
{
    m_ui->complaint->hide();
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(!m_ui->file->text().trimmed().isEmpty());
}

} // namespace finwait
