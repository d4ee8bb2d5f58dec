// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/open_connection_dialog.h"

#include "app/profile_names.h"
#include "core/stack_profile.h"
#include "ui_open_connection_dialog.h"
#include "view/words.h"

#include <QPushButton>
#include <QRegularExpression>

namespace finwait {

namespace {

constexpr int longestAddress = 60;
constexpr int highestPort = 65535;
constexpr Duration previewLimit = std::chrono::minutes{30};

QComboBox* profileBox(const Ui::OpenConnectionDialog& ui, Side side)
{
    return side == Side::Client ? ui.clientProfile : ui.serverProfile;
}

QLineEdit* addressField(const Ui::OpenConnectionDialog& ui, Side side)
{
    return side == Side::Client ? ui.clientAddress : ui.serverAddress;
}

ValueEdit* delayField(const Ui::OpenConnectionDialog& ui, Side side)
{
    return side == Side::Client ? ui.clientDelay : ui.serverDelay;
}

QCheckBox* readingBox(const Ui::OpenConnectionDialog& ui, Side side)
{
    return side == Side::Client ? ui.clientReading : ui.serverReading;
}

QCheckBox* keepAliveBox(const Ui::OpenConnectionDialog& ui, Side side)
{
    return side == Side::Client ? ui.clientKeepAlive : ui.serverKeepAlive;
}

void fillProfiles(QComboBox* box)
{
    for (const StackProfile& profile : stackProfiles())
        box->addItem(profileTitle(profile.name),
                     QString::fromUtf8(profile.name.data(), qsizetype(profile.name.size())));
}

bool isSocket(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\S+:(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    const int port = match.captured(1).toInt();
    return match.hasMatch() && port > 0 && port <= highestPort;
}

} // namespace

OpenConnectionDialog::OpenConnectionDialog(const OpenChoice& choice, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::OpenConnectionDialog>())
    , m_theme(theme)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Open"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    QPalette warning = m_ui->complaint->palette();
    warning.setColor(QPalette::WindowText, theme.error);
    m_ui->complaint->setPalette(warning);
    for (const Side side : allSides) {
        fillProfiles(profileBox(*m_ui, side));
        addressField(*m_ui, side)->setMaxLength(longestAddress);
        delayField(*m_ui, side)->setRange(anyDelay);
        QLabel* title = side == Side::Client ? m_ui->clientTitle : m_ui->serverTitle;
        title->setText(QStringLiteral("<b style=\"color:%1\">%2</b>")
                           .arg(theme.accent[side].name(), words::sideName(side).toHtmlEscaped()));
    }
    setChoice(choice);
    connectInputs();
    refresh();
}

OpenConnectionDialog::~OpenConnectionDialog() = default;

void OpenConnectionDialog::setChoice(const OpenChoice& choice)
{
    m_ui->serverListens->setChecked(choice.opening == WayToOpen::ServerListens);
    m_ui->bothAtOnce->setChecked(choice.opening == WayToOpen::BothAtOnce);
    m_ui->nobodyListens->setChecked(choice.opening == WayToOpen::NobodyListens);
    for (const Side side : allSides) {
        QComboBox* profile = profileBox(*m_ui, side);
        profile->setCurrentIndex(profile->findData(QString::fromStdString(choice.profile[side])));
        addressField(*m_ui, side)->setText(QString::fromStdString(choice.address[side]));
        delayField(*m_ui, side)->setValue(choice.delay[side].count());
        readingBox(*m_ui, side)->setChecked(choice.reading[side]);
        keepAliveBox(*m_ui, side)->setChecked(choice.keepAlive[side]);
    }
}

OpenChoice OpenConnectionDialog::choice() const
{
    OpenChoice choice;
    if (m_ui->bothAtOnce->isChecked())
        choice.opening = WayToOpen::BothAtOnce;
    else if (m_ui->nobodyListens->isChecked())
        choice.opening = WayToOpen::NobodyListens;
    for (const Side side : allSides) {
        choice.profile[side] = profileBox(*m_ui, side)->currentData().toString().toStdString();
        choice.address[side] = addressField(*m_ui, side)->text().trimmed().toStdString();
        if (const auto delay = delayField(*m_ui, side)->value())
            choice.delay[side] = Duration(*delay);
        choice.reading[side] = readingBox(*m_ui, side)->isChecked();
        choice.keepAlive[side] = keepAliveBox(*m_ui, side)->isChecked();
    }
    return choice;
}

void OpenConnectionDialog::connectInputs()
{
    for (QRadioButton* button : {m_ui->serverListens, m_ui->bothAtOnce, m_ui->nobodyListens}) {
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                refresh();
        });
    }
    for (const Side side : allSides) {
        connect(profileBox(*m_ui, side), &QComboBox::currentIndexChanged, this, &OpenConnectionDialog::refresh);
        connect(addressField(*m_ui, side), &QLineEdit::textChanged, this, &OpenConnectionDialog::refresh);
        connect(delayField(*m_ui, side), &QLineEdit::textChanged, this, &OpenConnectionDialog::refresh);
    }
}

void OpenConnectionDialog::refresh()
{
    const QString wrong = complaint();
    m_ui->complaint->setText(wrong);
    m_ui->complaint->setVisible(!wrong.isEmpty());
    for (const Side side : allSides)
        delayField(*m_ui, side)->markIfUnusable(m_theme.error);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty());

    OpenChoice shown = choice();
    shown.keepAlive = {false, false}; // they come much later and change no path
    const Run run = runScenario(scenarioFor(shown, {}), previewLimit);
    m_ui->preview->showPaths({pathOf(run.trace, Side::Client), pathOf(run.trace, Side::Server)}, m_theme);
}

QString OpenConnectionDialog::complaint() const
{
    if (!isSocket(m_ui->clientAddress->text().trimmed()))
        return tr("The client's address must be a host and a port such as 10.0.0.1:40000.");
    if (!isSocket(m_ui->serverAddress->text().trimmed()))
        return tr("The server's address must be a host and a port such as 10.0.0.2:80.");
    const OpenChoice now = choice();
    if (now.address.client == now.address.server)
        return tr("Client and server need different addresses or ports.");
    for (const Side side : allSides) {
        if (const QString wrong = delayField(*m_ui, side)->complaint(); !wrong.isEmpty())
            return tr("Delay: %1").arg(wrong);
    }
    return {};
}

} // namespace finwait
