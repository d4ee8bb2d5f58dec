// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/branch_question.h"

#include "session/session.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

struct BranchQuestion {
    Q_DECLARE_TR_FUNCTIONS(BranchQuestion)
};

} // namespace

std::size_t branchesBeside(const Session& session, const std::vector<Done>& kept)
{
    const std::vector<Branch> branches = session.branches();
    return static_cast<std::size_t>(std::ranges::count_if(branches, [&](const Branch& branch) {
        const std::vector<Done> done = session.branchDone(branch.id);
        return !done.empty() && done != kept;
    }));
}

void whenBranchesMayGo(Session& session, QWidget& window, const std::vector<Done>& kept, std::function<void()> next)
{
    const std::size_t count = branchesBeside(session, kept);
    if (count == 0) {
        next();
        return;
    }
    session.pause();
    auto* question = new QMessageBox(QMessageBox::Warning, BranchQuestion::tr("Branches"),
                                     BranchQuestion::tr("What was done by hand in this run will be lost."),
                                     QMessageBox::NoButton, &window);
    question->setObjectName(QStringLiteral("branchQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    if (session.branches().size() > 1)
        question->setInformativeText(
            BranchQuestion::tr("Branches that are kept only as long as this run goes on: %1.").arg(count));
    const QPushButton* going = question->addButton(BranchQuestion::tr("&Go on"), QMessageBox::DestructiveRole);
    QPushButton* staying = question->addButton(BranchQuestion::tr("Cancel"), QMessageBox::RejectRole);
    question->setEscapeButton(staying);
    question->setDefaultButton(staying);
    QObject::connect(going, &QPushButton::clicked, &window, std::move(next));
    question->open();
}

} // namespace finwait
