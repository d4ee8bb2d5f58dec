// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/application.h"

#include "app/command_line.h"
#include "app/commands.h"
#include "app/languages.h"
#include "app/open_window.h"

#include <QApplication>
#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <optional>
#include <utility>
#include <variant>

namespace finwait {

namespace {

/// Qt warns on standard error when the locale is not one of UTF-8, and switches. We switch before, quietly.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// In the language of the desktop, like everything that is printed: calls `make` while that can be done.
template <typename Make>
auto inWords(int argc, char** argv, const Make& make)
{
    QCoreApplication application(argc, argv);
    const Languages languages(application, LanguageMode::FollowDesktop);
    return make();
}

struct ApplicationText {
    Q_DECLARE_TR_FUNCTIONS(finwait::Application)
};

/// Of what Qt warns where there is no display, this says nothing about the program, and standard error is for our own
/// one line: without a login session, in a container or under cron, XDG_RUNTIME_DIR is not set, which nothing needs
/// then; and a window that nobody sees has nobody to tell how small it may become.
bool isOfNoDisplay(const QString& warning)
{
    return warning.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set"))
           || warning == QLatin1String("This plugin does not support propagateSizeHints()");
}

void passOnTheOthers(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (isOfNoDisplay(message))
        return;
    const QString line = qFormatLogMessage(type, context, message) + u'\n';
    std::fputs(line.toLocal8Bit().constData(), stderr);
}

void needNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(passOnTheOthers);
}

/// Where there is a display that Qt cannot open, it warns in several lines and aborts. While one of these lives, that
/// ends in one line and an exit code instead. Qt's other warnings wait until it is gone.
class DisplayWatch
{
public:
    /// %1 is what Qt says.
    explicit DisplayWatch(const QString& unusableDisplay)
    {
        s_unusableDisplay = unusableDisplay;
        qInstallMessageHandler(&DisplayWatch::hear);
    }
    ~DisplayWatch()
    {
        qInstallMessageHandler(nullptr);
        for (const QString& line : std::as_const(s_heard))
            std::fputs(qPrintable(line + u'\n'), stderr);
        s_heard.clear();
    }
    Q_DISABLE_COPY_MOVE(DisplayWatch)

private:
    static void hear(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        if (type != QtFatalMsg) {
            s_heard << qFormatLogMessage(type, context, message);
            return;
        }
        complain(s_unusableDisplay.arg(s_heard.isEmpty() ? message : s_heard.constFirst()));
        std::_Exit(exitcode::unusable);
    }

    static inline QString s_unusableDisplay; // Qt's handler is a function and nothing else
    static inline QStringList s_heard;
};

bool mayHaveDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

template <typename Application, typename Command>
int performIn(int argc, char** argv, const Command& command)
{
    Application application(argc, argv);
    const Languages languages(application, LanguageMode::FollowDesktop);
    return perform(command);
}

/// Decides which kind of application each request needs.
class Start
{
public:
    Start(int argc, char** argv) : m_argc(argc), m_argv(argv) {}

    int operator()(const WindowRequest& request) const
    {
        int argc = m_argc;
        if (request.screenshot) {
            needNoDisplay();
            QApplication application(argc, m_argv);
            return openWindow(application, request);
        }
        if (!mayHaveDisplay())
            return perform(UsageError{inWords(m_argc, m_argv, [] {
                return ApplicationText::tr(
                    "there is no display to open a window on; finwait --help says what needs none");
            })});
        std::optional<DisplayWatch> watch(std::in_place, inWords(m_argc, m_argv, [] {
                                              //: %1: what is wrong with it, in English
                                              return ApplicationText::tr("the display cannot be used (%1); finwait "
                                                                         "--help says what needs none");
                                          }));
        QApplication application(argc, m_argv);
        watch.reset();
        return openWindow(application, request);
    }

    int operator()(const RunRequest& request) const { return performDrawing(request); }
    int operator()(const CaptureRequest& request) const { return performDrawing(request); }

    template <typename Command>
    int operator()(const Command& command) const
    {
        return performIn<QCoreApplication>(m_argc, m_argv, command);
    }

private:
    template <typename Command>
    [[nodiscard]] int performDrawing(const Command& command) const
    {
        if (!drawsPictures(command))
            return performIn<QCoreApplication>(m_argc, m_argv, command);
        needNoDisplay();
        return performIn<QApplication>(m_argc, m_argv, command);
    }

    int m_argc;
    char** m_argv;
};

} // namespace

int runApplication(int argc, char** argv)
{
    useUtf8();
    const Request request = inWords(argc, argv, [] { return parseCommandLine(QCoreApplication::arguments()); });
    return std::visit(Start(argc, argv), request);
}

} // namespace finwait
