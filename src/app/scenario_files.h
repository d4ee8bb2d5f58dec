// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Which file belongs to what is played, be it one of scenarios, a script or a capture, and what of it is not saved:
// nothing is given up without a question. What is saved is the scenario as it is loaded, with the network, the
// clockworks and the faults that dialogs have put into it, and with what was done by hand in the current branch.
#pragma once

#include "app/capture_player.h"
#include "app/playable.h"
#include "scenario/scenario.h"
#include "session/branch.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QFileDialog;

namespace finwait {

class AppSettings;
class Session;

class ScenarioFiles : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is under its dialogs and owns it.
    ScenarioFiles(Session& session, AppSettings& settings, QWidget& window);

    /// Of the open file; empty: the scenario belongs to none.
    [[nodiscard]] const QString& path() const { return m_path; }
    /// The script that is open, if it is one.
    [[nodiscard]] const std::optional<PlayedScript>& script() const { return m_script; }
    /// The capture that is open, if it is one.
    [[nodiscard]] CapturePlayer& captures() const { return *m_captures; }
    /// As it would be saved now, but for its name and what it promises.
    [[nodiscard]] Scenario scenario() const;
    /// The scenario is not what it was when it was opened or saved last. What becomes of a captured connection by hand
    /// cannot be saved as a scenario, and is no change of one.
    [[nodiscard]] bool isModified() const;
    /// Nothing would be lost with the session: neither changes nor branches.
    [[nodiscard]] bool isSafe() const;
    /// The file's name, or what the scenario is called; of a capture, the connection too.
    [[nodiscard]] QString title() const;

    /// Goes on with `next` if nothing is lost by it: at once, or when the changes are saved or may be discarded.
    void whenSafe(std::function<void()> next);

    // These ask before they replace what is not saved.
    /// A scenario in which nothing is planned.
    void make();
    void choose(const Scenario& scenario);
    void chooseFile();
    /// A capture is read beside the window, and asked about when it is there.
    void open(const QString& path);
    /// From the start, without what was done by hand since it was opened or saved.
    void again();
    /// Plays the script that is open with another profile.
    void playScriptWith(const std::string& profile);

    void save();
    void saveAs();

    /// Loads a scenario that is of no file, without a question.
    void begin(const Scenario& scenario);
    /// Loads a scenario that was not saved, with its branches if there are any; `path` is of the file it belongs to, or
    /// empty. Without a question.
    void restore(const Scenario& scenario, const QString& path, const std::vector<KeptBranch>& branches = {},
                 Time playhead = {});
    /// Opens a file in which all is saved, if it is still there; of a capture, the connection of that place. Without a
    /// question.
    void openAgain(const QString& path, Time playhead, std::size_t connection = 0);

    void forgetRecent();

signals:
    /// The scenario, whether it is modified, or its file.
    void changed();
    void saved(const QString& path);
    void recentChanged();
    /// Another script is open, or none. After the session has loaded what comes of it.
    void scriptChanged();

private:
    using Next = std::function<void()>;

    void load(const Scenario& scenario, const QString& path, const std::optional<Scenario>& reference);
    void load(Playable opened, const QString& path);
    void play(const LoadedCapture& capture);
    void load(const Scenario& scenario, const std::vector<KeptBranch>& branches, const QString& path);
    /// None: somebody was told why.
    [[nodiscard]] std::optional<Playable> read(const QString& path, const std::string& profile);
    [[nodiscard]] bool isThere(const QString& path);
    [[nodiscard]] QString whyNotSavedAs(const QString& path) const;
    void setScript(std::optional<PlayedScript> script);
    void setScriptOf(const QString& path, const Scenario& scenario);
    void askToSave(Next next);
    [[nodiscard]] bool hasScriptBeside() const;
    [[nodiscard]] QString whatWouldBeLost() const;
    void noticeDeeds();
    void saveThen(const Next& next);
    void saveAsThen(const Next& next);
    void write(const QString& path, const Next& next);
    void remember(const QString& path);
    void setRecent(const QStringList& paths);
    [[nodiscard]] QFileDialog* makeChooser(const QString& title, const QString& filters) const;
    void complain(const QString& text, const QString& details) const;

    Session& m_session;
    AppSettings& m_settings;
    QWidget& m_window;
    CapturePlayer* m_captures;
    QString m_path;
    std::optional<PlayedScript> m_script;
    std::optional<Scenario> m_reference; // as it was opened or saved last; none: never
    std::uint64_t m_rewrites = 0;        // of the session, when it was looked at last
};

} // namespace finwait
