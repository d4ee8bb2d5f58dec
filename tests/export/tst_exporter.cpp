// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What exporters write to: files are replaced, devices and pipes are not.
#include "export/exporter.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace finwait;

namespace {

class TextExporter : public Exporter
{
public:
    explicit TextExporter(QByteArray text) : m_text(std::move(text)) {}
    [[nodiscard]] QByteArray contents() override { return m_text; }

private:
    QByteArray m_text;
};

} // namespace

class TestExporter : public QObject
{
    Q_OBJECT

private slots:
    void file_isReplacedWhole();
    void pipe_isWrittenTo();
    void fullDevice_isSaidAndNotReplaced();
    void directory_isSaid();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

void TestExporter::file_isReplacedWhole()
{
    TextExporter longer("a long text");
    QVERIFY(longer.writeFile(path("file")));
    TextExporter shorter("short");
    QVERIFY(shorter.writeFile(path("file")));
    QFile file(path("file"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("short"));
}

void TestExporter::pipe_isWrittenTo()
{
    const QByteArray name = path("pipe").toLocal8Bit();
    QCOMPARE(::mkfifo(name.constData(), S_IRUSR | S_IWUSR), 0);
    const int reader = ::open(name.constData(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    TextExporter exporter("through the pipe");
    QVERIFY2(exporter.writeFile(path("pipe")), qPrintable(exporter.error()));
    QByteArray read(100, '\0');
    read.resize(::read(reader, read.data(), std::size_t(read.size())));
    ::close(reader);
    QCOMPARE(read, QByteArray("through the pipe"));
    QVERIFY(!QFileInfo(path("pipe")).isFile());
}

void TestExporter::fullDevice_isSaidAndNotReplaced()
{
    const QString device = QStringLiteral("/dev/full");
    const auto isDevice = [&device] { return QFileInfo::exists(device) && !QFileInfo(device).isFile(); };
    if (!isDevice() || !QFileInfo(device).isWritable())
        QSKIP("there is no device that is always full");
    TextExporter exporter("too much");
    QVERIFY(!exporter.writeFile(device));
    QVERIFY2(exporter.error().startsWith(device), qPrintable(exporter.error()));
    QVERIFY(isDevice());
}

void TestExporter::directory_isSaid()
{
    TextExporter exporter("text");
    QVERIFY(!exporter.writeFile(m_folder.path()));
    QVERIFY(exporter.error().startsWith(m_folder.path()));
    QVERIFY(QFileInfo(m_folder.path()).isDir());
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
