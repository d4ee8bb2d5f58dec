// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/close_connection_dialog.h"

#include "session/session.h"
#include "ui_close_connection_dialog.h"
#include "view/words.h"

#include <QPushButton>
#include <QStandardItemModel>

#include <algorithm>

namespace finwait {

namespace {

Refusal closeRefusal(const Session& session, Side side)
{
    return session.check(command::MakeCall{side, Close{}});
}

Refusal abortRefusal(const Session& session, Side side)
{
    return session.check(command::MakeCall{side, Abort{}});
}

/// Its application has called CLOSE before.
bool hasClosed(const Session& session, Side side)
{
    return closeRefusal(session, side) == Refusal::ConnectionClosing;
}

/// Why `side` cannot do what `refusal` refuses; empty: it can.
QString why(Refusal refusal)
{
    return refusal == Refusal::None ? QString() : words::refusalText(refusal);
}

} // namespace

CloseConnectionDialog::CloseConnectionDialog(const CloseChoice& choice, const Session& session, const Theme& theme,
                                             QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CloseConnectionDialog>())
    , m_session(session)
    , m_before(session.trace())
    , m_theme(theme)
    , m_given(choice)
{
    m_before.truncate(session.position());
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("C&lose the connection"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (const Side side : allSides)
        m_ui->aborter->addItem(words::sideName(side), int(side));
    m_ui->wait->setRange(anyDelay);
    m_ui->octets->setRange({false, 1, mostOctets(), false});
    m_ui->octets->setToolTip(
        tr("As much as its send buffer holds, %Ln octet(s), at most.", nullptr, int(mostOctets())));
    setChoice(choice);
    offerWhatIsPossible();
    m_suggested = this->choice();
    connectInputs();
    refresh();
}

CloseConnectionDialog::~CloseConnectionDialog() = default;

bool CloseConnectionDialog::isPossible(const Session& session)
{
    return std::any_of(allSides.begin(), allSides.end(), [&session](Side side) {
        return closeRefusal(session, side) == Refusal::None || abortRefusal(session, side) == Refusal::None;
    });
}

void CloseConnectionDialog::setChoice(const CloseChoice& choice)
{
    m_ui->clientFirst->setChecked(choice.closing == WayToClose::ClientFirst);
    m_ui->serverFirst->setChecked(choice.closing == WayToClose::ServerFirst);
    m_ui->bothAtOnce->setChecked(choice.closing == WayToClose::BothAtOnce);
    m_ui->abort->setChecked(choice.closing == WayToClose::Abort);
    m_ui->aborter->setCurrentIndex(m_ui->aborter->findData(int(choice.aborter)));
    m_ui->atOnce->setChecked(choice.reaction == Reaction::AtOnce);
    m_ui->afterWhile->setChecked(choice.reaction == Reaction::AfterWhile);
    m_ui->afterSending->setChecked(choice.reaction == Reaction::AfterSending);
    m_ui->never->setChecked(choice.reaction == Reaction::Never);
    m_ui->wait->setValue(choice.wait.count());
    m_ui->octets->setValue(std::min(choice.octets, mostOctets()));
}

CloseChoice CloseConnectionDialog::choice() const
{
    CloseChoice choice;
    if (m_ui->serverFirst->isChecked())
        choice.closing = WayToClose::ServerFirst;
    else if (m_ui->bothAtOnce->isChecked())
        choice.closing = WayToClose::BothAtOnce;
    else if (m_ui->abort->isChecked())
        choice.closing = WayToClose::Abort;
    choice.aborter = static_cast<Side>(m_ui->aborter->currentData().toInt());
    if (m_ui->afterWhile->isChecked())
        choice.reaction = Reaction::AfterWhile;
    else if (m_ui->afterSending->isChecked())
        choice.reaction = Reaction::AfterSending;
    else if (m_ui->never->isChecked())
        choice.reaction = Reaction::Never;
    choice.wait = Duration(m_ui->wait->value().value_or(m_given.wait.count()));
    choice.octets = static_cast<std::uint32_t>(m_ui->octets->value().value_or(m_given.octets));
    return choice;
}

CloseChoice CloseConnectionDialog::ownChoice() const
{
    CloseChoice own = choice();
    const auto keepWhatWasNotChosen = [&](auto field) {
        if (own.*field == m_suggested.*field)
            own.*field = m_given.*field;
    };
    keepWhatWasNotChosen(&CloseChoice::closing);
    keepWhatWasNotChosen(&CloseChoice::aborter);
    keepWhatWasNotChosen(&CloseChoice::reaction);
    keepWhatWasNotChosen(&CloseChoice::wait);
    keepWhatWasNotChosen(&CloseChoice::octets);
    return own;
}

std::vector<Command> CloseConnectionDialog::commands() const
{
    return commandsFor(choice(), states());
}

std::uint32_t CloseConnectionDialog::mostOctets() const
{
    const Simulator& simulator = m_session.simulator();
    return std::min(simulator.endpoint(Side::Client).profile().sendBuffer,
                    simulator.endpoint(Side::Server).profile().sendBuffer);
}

PerSide<State> CloseConnectionDialog::states() const
{
    const Simulator& simulator = m_session.simulator();
    return {simulator.endpoint(Side::Client).state(), simulator.endpoint(Side::Server).state()};
}

void CloseConnectionDialog::offer(QRadioButton* button, const QString& refusal)
{
    button->setEnabled(refusal.isEmpty());
    button->setToolTip(refusal);
}

void CloseConnectionDialog::offerWhatIsPossible()
{
    const PerSide<Refusal> close = {closeRefusal(m_session, Side::Client), closeRefusal(m_session, Side::Server)};
    offer(m_ui->clientFirst, why(close.client));
    offer(m_ui->serverFirst, why(close.server));
    offer(m_ui->bothAtOnce, why(close.client != Refusal::None ? close.client : close.server));
    if (hasClosed(m_session, Side::Client))
        m_ui->serverFirst->setText(tr("The &server closes too"));
    if (hasClosed(m_session, Side::Server))
        m_ui->clientFirst->setText(tr("The &client closes too"));

    auto* aborters = qobject_cast<QStandardItemModel*>(m_ui->aborter->model());
    int possible = -1;
    for (const Side side : allSides) {
        const int row = m_ui->aborter->findData(int(side));
        const QString refusal = why(abortRefusal(m_session, side));
        aborters->item(row)->setEnabled(refusal.isEmpty());
        aborters->item(row)->setToolTip(refusal);
        if (refusal.isEmpty() && possible < 0)
            possible = row;
    }
    offer(m_ui->abort, possible < 0 ? why(abortRefusal(m_session, Side::Client)) : QString());
    if (possible >= 0 && !aborters->item(m_ui->aborter->currentIndex())->isEnabled())
        m_ui->aborter->setCurrentIndex(possible);

    const std::initializer_list<QRadioButton*> ways = {m_ui->clientFirst, m_ui->serverFirst, m_ui->bothAtOnce,
                                                       m_ui->abort};
    const bool chosenIsPossible = std::any_of(
        ways.begin(), ways.end(), [](const QRadioButton* way) { return way->isChecked() && way->isEnabled(); });
    const auto first = std::find_if(ways.begin(), ways.end(), [](const QRadioButton* way) { return way->isEnabled(); });
    if (!chosenIsPossible && first != ways.end())
        (*first)->setChecked(true);
}

void CloseConnectionDialog::connectInputs()
{
    for (QRadioButton* button : {m_ui->clientFirst, m_ui->serverFirst, m_ui->bothAtOnce, m_ui->abort, m_ui->atOnce,
                                 m_ui->afterWhile, m_ui->afterSending, m_ui->never}) {
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                refresh();
        });
    }
    connect(m_ui->aborter, &QComboBox::currentIndexChanged, this, &CloseConnectionDialog::refresh);
    connect(m_ui->wait, &QLineEdit::textChanged, this, &CloseConnectionDialog::refresh);
    connect(m_ui->octets, &QLineEdit::textChanged, this, &CloseConnectionDialog::refresh);
}

void CloseConnectionDialog::refresh()
{
    const auto enable = [](bool on, std::initializer_list<QWidget*> labelAndField) {
        for (QWidget* widget : labelAndField)
            widget->setEnabled(on);
    };
    enable(m_ui->abort->isChecked(), {m_ui->aborterLabel, m_ui->aborter});
    enable(m_ui->afterWhile->isChecked(), {m_ui->waitLabel, m_ui->wait});
    enable(m_ui->afterSending->isChecked(), {m_ui->octetsLabel, m_ui->octets});
    m_ui->reactionGroup->setEnabled(reactionMatters(choice(), states()));
    m_ui->wait->complain(*m_ui->waitNote, m_theme.error);
    m_ui->octets->complain(*m_ui->octetsNote, m_theme.error);
    const auto isUsable = [](const ValueEdit* field) { return !field->isEnabled() || field->value(); };
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(isUsable(m_ui->wait) && isUsable(m_ui->octets));
    m_ui->preview->showPaths(pathsAfter(m_session.simulator(), m_before, commands()), m_theme);
}

} // namespace finwait
