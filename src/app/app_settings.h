// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the program remembers between two runs, by name and type. It is passed by reference: whoever takes a screenshot
// or runs a test passes one that forgets.
#pragma once

#include "app/connection_choices.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

class QSettings;

namespace finwait {

/// Whether the window is light or dark.
enum class ThemeMode : std::uint8_t { FollowDesktop, Light, Dark };
enum class LanguageMode : std::uint8_t { FollowDesktop, English, SimplifiedChinese };
/// What an exported picture is drawn on.
enum class ExportGround : std::uint8_t { Light, Dark, Transparent };
enum class ExportContent : std::uint8_t { Diagram, Chart, Both };

/// How a person has divided the main window; none: as it fits.
struct WindowShares {
    std::optional<double> diagramWidth; ///< of both pictures; each between 0 and 1
    std::optional<double> panelHeight;  ///< of pictures and panels
    std::optional<double> leftWidth;    ///< the panel on the left, of both
    std::optional<double> besideWidth;  ///< the panel beside the pictures, of the window

    friend bool operator==(const WindowShares&, const WindowShares&) = default;
};

class AppSettings
{
public:
    /// Remembers nothing beyond its own life.
    AppSettings();
    /// Reads from and writes to `store`.
    explicit AppSettings(std::unique_ptr<QSettings> store);
    ~AppSettings();
    AppSettings(const AppSettings&) = delete;
    AppSettings& operator=(const AppSettings&) = delete;

    /// The user's own.
    [[nodiscard]] static std::unique_ptr<QSettings> userStore();

    [[nodiscard]] ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);
    [[nodiscard]] LanguageMode languageMode() const;
    void setLanguageMode(LanguageMode mode);

    [[nodiscard]] double speed() const;
    void setSpeed(double factor);
    [[nodiscard]] bool skipsIdle() const;
    void setSkipsIdle(bool skips);
    [[nodiscard]] bool compressedTime() const;
    void setCompressedTime(bool compressed);
    [[nodiscard]] bool everyTransition() const;
    void setEveryTransition(bool every);

    /// QMainWindow::saveGeometry() and saveState(); empty: never saved.
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /// QWidget::saveGeometry() of the window with two branches.
    [[nodiscard]] QByteArray comparisonGeometry() const;
    void setComparisonGeometry(const QByteArray& geometry);
    [[nodiscard]] QByteArray windowState() const;
    void setWindowState(const QByteArray& state);
    [[nodiscard]] WindowShares windowShares() const;
    void setWindowShares(const WindowShares& shares);

    [[nodiscard]] OpenChoice openChoice() const;
    void setOpenChoice(const OpenChoice& choice);
    [[nodiscard]] CloseChoice closeChoice() const;
    void setCloseChoice(const CloseChoice& choice);
    [[nodiscard]] std::uint32_t sendOctets() const;
    void setSendOctets(std::uint32_t octets);

    /// Scenario files, the last one first: absolute paths, at most mostRecentFiles of them.
    [[nodiscard]] QStringList recentFiles() const;
    void setRecentFiles(const QStringList& paths);
    static constexpr qsizetype mostRecentFiles = 10;
    /// Where scenario files are: one that is there, as exportFolder().
    [[nodiscard]] QString scenarioFolder() const;
    void setScenarioFolder(const QString& folder);

    [[nodiscard]] ExportContent exportContent() const;
    void setExportContent(ExportContent content);
    [[nodiscard]] ExportGround exportGround() const;
    void setExportGround(ExportGround ground);
    /// One that is there: the one set, or else that for documents, or else the home.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString& folder);

private:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const;
    void setValue(const QString& key, const QVariant& value);
    /// The folder stored under `key` if it is there, or else that for documents, or else the home.
    [[nodiscard]] QString folder(const QString& key) const;
    /// An enumerator stored as its number; `otherwise` when what is stored is not one of the first `count`.
    template <typename Enum>
    [[nodiscard]] Enum enumerator(const QString& key, Enum otherwise, int count) const;
    template <typename Enum>
    void setEnumerator(const QString& key, Enum value);

    std::unique_ptr<QSettings> m_store;
    std::map<QString, QVariant> m_values; // without a store
};

} // namespace finwait
