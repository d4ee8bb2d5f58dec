// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/packets_export.h"

#include "app/app_settings.h"
#include "app/scenario_titles.h"
#include "export/connection_pcapng.h"
#include "session/session.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace finwait {

PacketsExport::PacketsExport(Session& session, AppSettings& settings, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
{}

void PacketsExport::chooseFile(Side at)
{
    m_session.pause();
    const QString title = at == Side::Client ? tr("Export packets as the client sees them")
                                             : tr("Export packets as the server sees them");
    auto* chooser = new QFileDialog(&m_window, title, m_settings.exportFolder(), tr("Captures (*.pcapng)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("pcapng"));
    chooser->selectFile(QString::fromStdString(m_session.scenario().name) + QStringLiteral(".pcapng"));
    connect(chooser, &QFileDialog::fileSelected, this, [this, at](const QString& path) { write(at, path); });
    chooser->open();
}

void PacketsExport::write(Side at, const QString& path)
{
    const CaptureOptions options{.at = at, .title = scenarioTitle(m_session.scenario())};
    const QString wrong = writePackets(m_session.trace(), options, path);
    if (!wrong.isEmpty()) {
        complain(wrong);
        return;
    }
    m_settings.setExportFolder(QFileInfo(path).absolutePath());
    emit exported(path);
}

void PacketsExport::complain(const QString& why) const
{
    auto* message = new QMessageBox(QMessageBox::Warning, tr("Export packets"), tr("The packets cannot be exported."),
                                    QMessageBox::NoButton, &m_window);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(why);
    message->setTextFormat(Qt::PlainText);
    message->setDefaultButton(message->addButton(tr("Close"), QMessageBox::RejectRole));
    message->open();
}

} // namespace finwait
