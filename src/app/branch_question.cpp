// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/branch_question.h"

#include "session/session.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace finwait {

namespace {

struct BranchQuestion {
    Q_DECLARE_TR_FUNCTIONS(BranchQuestion)
};

} // namespace

void whenBranchesMayGo(Session& session, QWidget& window, std::function<void()> next)
{
    const std::size_t count = session.branches().size();
    if (count < 2) {
        next();
        return;
    }
    session.pause();
    auto* question = new QMessageBox(QMessageBox::Warning, BranchQuestion::tr("Branches"),
                                     BranchQuestion::tr("The %1 branches of this run will be lost.").arg(count),
                                     QMessageBox::NoButton, &window);
    question->setObjectName(QStringLiteral("branchQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(BranchQuestion::tr("They are kept only as long as this run goes on."));
    const QPushButton* going = question->addButton(BranchQuestion::tr("&Go on"), QMessageBox::DestructiveRole);
    QPushButton* staying = question->addButton(BranchQuestion::tr("Cancel"), QMessageBox::RejectRole);
    question->setEscapeButton(staying);
    question->setDefaultButton(staying);
    QObject::connect(going, &QPushButton::clicked, &window, std::move(next));
    question->open();
}

} // namespace finwait
