// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/side_export.h"

#include "app/app_settings.h"
#include "session/session.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace finwait {

SideExport::SideExport(Session& session, AppSettings& settings, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
{}

void SideExport::chooseFile(Side at)
{
    m_session.pause();
    const Words words = wordsFor(at);
    auto* chooser = new QFileDialog(&m_window, words.title, m_settings.exportFolder(), words.filter);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(suffix());
    chooser->selectFile(QString::fromStdString(m_session.scenario().name) + u'.' + suffix());
    connect(chooser, &QFileDialog::fileSelected, this, [this, at](const QString& path) { write(at, path); });
    chooser->open();
}

void SideExport::write(Side at, const QString& path)
{
    const Outcome outcome = writeTo(path, at);
    const Words words = wordsFor(at);
    if (!outcome.error.isEmpty()) {
        say(words.subject, words.complaint, outcome.error, true);
        return;
    }
    m_settings.setExportFolder(QFileInfo(path).absolutePath());
    emit exported(path);
    if (!outcome.remark.isEmpty())
        say(words.subject, words.remark, outcome.remark, false);
}

void SideExport::say(const QString& subject, const QString& what, const QString& details, bool isError) const
{
    auto* message = new QMessageBox(isError ? QMessageBox::Warning : QMessageBox::Information, subject, what,
                                    QMessageBox::NoButton, &m_window);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(details);
    message->setTextFormat(Qt::PlainText);
    message->setDefaultButton(message->addButton(tr("Close"), QMessageBox::RejectRole));
    message->open();
}

} // namespace finwait
