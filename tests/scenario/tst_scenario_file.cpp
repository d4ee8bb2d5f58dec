// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scenarios come back from the disk as they were, and when they cannot, nothing is lost and the message says why.
#include "scenario/scenario_file.h"

#include "scenario/library.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace finwait;

namespace {

constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray bytesIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Empty: it is written.
std::string errorOfWriting(const std::string& file, const Scenario& scenario)
{
    const auto error = writeScenarioFile(file, scenario);
    return error ? describe(*error) : std::string();
}

} // namespace

class ScenarioFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsWrittenIsReadAgain();
    void aMissingFile();
    void aDirectory();
    void aPipeIsNotWaitedFor();
    void aFileThatMayNotBeRead();
    void aHugeFile();
    void aFileOfTheLargestSizeIsRead();
    void aBinaryFile();
    void aSlipInTheFile();
    void nothingButTheFileIsLeft();
    void thePermissionsAreKept();
    void aLinkIsFollowed();
    void aDirectoryIsNotReplaced();
    void aDeviceIsNotReplaced();
    void intoNoDirectory();
    void whatCouldNotBeReadAgainIsNotWritten();
    void aFullDiskLeavesTheOldFile();

private:
    [[nodiscard]] QString path(const char* name) const { return m_directory->filePath(QLatin1String(name)); }
    [[nodiscard]] std::string messageOf(const QString& file) const;
    [[nodiscard]] QStringList entries() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    const Scenario& m_scenario = scenarioLibrary().front();
};

/// What reading the file says, without its directory.
std::string ScenarioFileTest::messageOf(const QString& file) const
{
    const auto result = readScenarioFile(file.toStdString());
    if (result)
        return "it is read";
    QString message = QString::fromStdString(describe(result.error()));
    return message.remove(m_directory->path() + QLatin1Char('/')).toStdString();
}

QStringList ScenarioFileTest::entries() const
{
    return QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void ScenarioFileTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void ScenarioFileTest::whatIsWrittenIsReadAgain()
{
    const std::string file = path("好 own.finwait").toStdString();
    for (const Scenario& scenario : scenarioLibrary()) {
        QCOMPARE(errorOfWriting(file, scenario), "");
        const auto again = readScenarioFile(file);
        QVERIFY(again);
        QVERIFY(*again == scenario);
    }
}

void ScenarioFileTest::aMissingFile()
{
    QCOMPARE(messageOf(path("none.finwait")),
             "none.finwait: No such file or directory (expected a scenario file (.finwait))");
}

void ScenarioFileTest::aDirectory()
{
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("d")));
    QCOMPARE(messageOf(path("d")), "d: this is not a regular file (expected a scenario file (.finwait))");
}

void ScenarioFileTest::aPipeIsNotWaitedFor()
{
    QCOMPARE(mkfifo(qPrintable(path("pipe")), 0600), 0);
    QCOMPARE(messageOf(path("pipe")), "pipe: this is not a regular file (expected a scenario file (.finwait))");
}

void ScenarioFileTest::aFileThatMayNotBeRead()
{
    put(path("secret"), "{}");
    QVERIFY(QFile::setPermissions(path("secret"), {}));
    if (QFile(path("secret")).open(QIODevice::ReadOnly))
        QSKIP("root may read everything");
    QCOMPARE(messageOf(path("secret")), "secret: Permission denied (expected a scenario file (.finwait))");
}

void ScenarioFileTest::aHugeFile()
{
    QFile file(path("huge"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(static_cast<qint64>(largestScenarioFile) + 1));
    QCOMPARE(messageOf(path("huge")), "huge: this file is too large (expected at most 16 MiB)");
    QVERIFY(file.resize(qint64{1} << 40)); // with holes; to read it all would take a while
    QCOMPARE(messageOf(path("huge")), "huge: this file is too large (expected at most 16 MiB)");
}

void ScenarioFileTest::aFileOfTheLargestSizeIsRead()
{
    const QString file = path("large");
    QCOMPARE(errorOfWriting(file.toStdString(), m_scenario), "");
    const QByteArray text = bytesIn(file);
    put(file, text + QByteArray(static_cast<qsizetype>(largestScenarioFile) - text.size(), ' '));
    QCOMPARE(messageOf(file), "it is read");
}

void ScenarioFileTest::aBinaryFile()
{
    QByteArray bytes("\x7F"
                     "ELF\0\xFF",
                     6);
    put(path("program"), bytes);
    QCOMPARE(messageOf(path("program")), "program: line 1, column 1: \"\\x7f\" cannot stand here (expected a value)");
    QRandomGenerator random(1);
    for (int i = 0; i < 40; ++i) {
        for (int byte = 0; byte < 1000; ++byte)
            bytes += static_cast<char>(random.generate());
        put(path("noise"), bytes);
        QVERIFY(messageOf(path("noise")) != "it is read");
    }
}

void ScenarioFileTest::aSlipInTheFile()
{
    put(path("slip"), "{\n  \"finwait\": 1,\n}");
    QCOMPARE(messageOf(path("slip")),
             "slip: line 3, column 1: \"}\" cannot stand here (expected a name in quotation marks)");
}

void ScenarioFileTest::nothingButTheFileIsLeft()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(errorOfWriting(path("own").toStdString(), m_scenario), "");
    QCOMPARE(entries(), QStringList{QStringLiteral("own")});
}

void ScenarioFileTest::thePermissionsAreKept()
{
    put(path("own"), "old");
    QVERIFY(QFile::setPermissions(path("own"), onlyOwner));
    QCOMPARE(errorOfWriting(path("own").toStdString(), m_scenario), "");
    struct stat found = {};
    QCOMPARE(stat(qPrintable(path("own")), &found), 0);
    QCOMPARE(found.st_mode & 0777U, 0600U);
}

void ScenarioFileTest::aLinkIsFollowed()
{
    put(path("own"), "old");
    QVERIFY(QFile::link(path("own"), path("link")));
    QCOMPARE(errorOfWriting(path("link").toStdString(), m_scenario), "");
    QVERIFY(QFileInfo(path("link")).isSymLink());
    QCOMPARE(messageOf(path("own")), "it is read");
}

void ScenarioFileTest::aDirectoryIsNotReplaced()
{
    QCOMPARE(errorOfWriting(m_directory->path().toStdString(), m_scenario),
             m_directory->path().toStdString() + ": this is not a regular file");
    QCOMPARE(entries(), QStringList());
}

void ScenarioFileTest::aDeviceIsNotReplaced()
{
    QCOMPARE(errorOfWriting("/dev/full", m_scenario), "/dev/full: this is not a regular file");
}

void ScenarioFileTest::intoNoDirectory()
{
    const std::string file = path("none/own").toStdString();
    QCOMPARE(errorOfWriting(file, m_scenario), file + ": No such file or directory");
}

void ScenarioFileTest::whatCouldNotBeReadAgainIsNotWritten()
{
    Scenario scenario = m_scenario;
    scenario.name = "No name";
    const std::string message = errorOfWriting(path("own").toStdString(), scenario);
    QVERIFY2(message.ends_with("\"No name\" is not a name (expected a name of small letters, digits and '-'; "
                               "what would be written could not be read again)"),
             message.c_str());
    QCOMPARE(entries(), QStringList());
}

/// Files may have no more than 100 octets for a while: every write beyond that fails, as on a full disk.
void ScenarioFileTest::aFullDiskLeavesTheOldFile()
{
    put(path("own"), "old");
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit few = {100, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &few), 0);
    const std::string message = errorOfWriting(path("own").toStdString(), m_scenario);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(message, path("own").toStdString() + ": File too large");
    QCOMPARE(bytesIn(path("own")), QByteArray("old"));
    QCOMPARE(entries(), QStringList{QStringLiteral("own")});
}

QTEST_APPLESS_MAIN(ScenarioFileTest)
#include "tst_scenario_file.moc"
