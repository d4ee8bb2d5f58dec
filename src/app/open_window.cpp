// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/open_window.h"

#include "app/app_settings.h"
#include "app/appearance.h"
#include "app/application.h"
#include "app/commands.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/misfit_text.h"
#include "app/pictures.h"
#include "app/recovery.h"
#include "app/scenario_files.h"
#include "export/exporter.h"
#include "scenario/library.h"
#include "session/session.h"

#include <QApplication>
#include <QBuffer>
#include <QIcon>
#include <QImage>
#include <QImageWriter>
#include <QPixmap>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

/// How much of a scenario's transitions a screenshot has behind it: everything is to be seen at work.
constexpr double screenshotShare = 0.6;

ThemeMode themeMode(const WindowRequest& request, const AppSettings& settings)
{
    if (!request.theme)
        return request.screenshot ? ThemeMode::Light : settings.themeMode();
    switch (*request.theme) {
    case ThemeChoice::Light: return ThemeMode::Light;
    case ThemeChoice::Dark: return ThemeMode::Dark;
    }
    return ThemeMode::Light;
}

LanguageMode languageMode(const WindowRequest& request, const AppSettings& settings)
{
    if (!request.language)
        return request.screenshot ? LanguageMode::English : settings.languageMode();
    return *request.language == QLatin1String("zh_CN") ? LanguageMode::SimplifiedChinese : LanguageMode::English;
}

const Scenario& firstScenario(const WindowRequest& request)
{
    const Scenario* named = request.scenarioName ? findScenario(request.scenarioName->toStdString()) : nullptr;
    Q_ASSERT(named || !request.scenarioName);
    return named ? *named : scenarioLibrary().front();
}

/// To just after the transition that has the share of them behind it.
void seekToShare(Session& session, double share)
{
    const Trace& trace = session.trace();
    std::vector<RecordIndex> transitions;
    for (RecordIndex i = 0; i < trace.records().size(); ++i) {
        if (std::holds_alternative<record::Transition>(trace.record(i).body))
            transitions.push_back(i);
    }
    if (transitions.empty())
        return;
    const double last = double(transitions.size() - 1);
    session.seekToRecord(transitions[std::size_t(share * last)]);
}

struct ScreenshotText {
    Q_DECLARE_TR_FUNCTIONS(finwait::Screenshot)
};

class ScreenshotPng : public Exporter
{
public:
    explicit ScreenshotPng(QImage picture) : m_picture(std::move(picture)) {}

    [[nodiscard]] QByteArray contents() override
    {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QImageWriter(&buffer, "png").write(m_picture);
        return png;
    }

private:
    QImage m_picture;
};

/// The exit code.
int saveScreenshot(MainWindow& window, Session& session, const Screenshot& screenshot)
{
    constexpr int layoutRounds = 3; // a layout may ask for another one
    window.resize(screenshot.size);
    window.show();
    if (!window.files().captures().capture()) // of which the end counts
        seekToShare(session, screenshotShare);
    window.pictures().finishAnimations();
    for (int round = 0; round < layoutRounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    if (window.size() != screenshot.size) {
        const QSize least = window.minimumSizeHint();
        complain(ScreenshotText::tr("--size: the window takes at least %1x%2").arg(least.width()).arg(least.height()));
        return exitcode::unusable;
    }
    ScreenshotPng png(window.grab().toImage());
    if (png.writeFile(screenshot.path))
        return exitcode::done;
    complain(png.error());
    return exitcode::unusable;
}

} // namespace

int openWindow(QApplication& application, const WindowRequest& request)
{
    AppSettings settings(request.screenshot ? nullptr : AppSettings::userStore());
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/finwait.svg")));
    Languages languages(application, languageMode(request, settings));
    Appearance appearance(application, themeMode(request, settings));
    Session session;
    session.load(firstScenario(request));
    MainWindow window(session, settings, appearance, languages);
    if (request.screenshot && request.path) {
        window.files().open(*request.path);
        window.files().captures().wait();
    }
    if (request.screenshot && session.misfit())
        complain(misfitText(session.scenario(), *session.misfit()));
    if (request.screenshot)
        return saveScreenshot(window, session, *request.screenshot);
    window.restoreLayout();
    window.show();
    Recovery recovery(RecoveryStore::usualFolder(), session, window.files(), window);
    if (request.path)
        window.files().open(*request.path);
    if (request.path || request.scenarioName)
        recovery.offer();
    else
        recovery.offerOrReopen();
    return QApplication::exec();
}

} // namespace finwait
