// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The export dialog: it writes where it is told, asks before it replaces, and stays open with the reason when it fails.
#include "app/box_click.h"
#include "app/export_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace finwait;

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void request_isWhatIsShown();
    void nameWithoutSuffix_getsOne();
    void failure_isShownAndLeavesTheDialogOpen();
    void success_closesTheDialog();
    void existingFile_isAskedFor();
    void noName_cannotBeExported();

private:
    [[nodiscard]] QPushButton* exportButton() const
    {
        return m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    }
    [[nodiscard]] QLineEdit* file() const { return m_dialog->findChild<QLineEdit*>(QStringLiteral("file")); }
    void clickExport() { QTest::mouseClick(exportButton(), Qt::LeftButton); }

    QTemporaryDir m_folder;
    QString m_answer; // of the writer
    std::vector<ExportRequest> m_written;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    m_answer.clear();
    m_written.clear();
    const ExportRequest suggested{ExportContent::Chart, ExportGround::Dark,
                                  m_folder.filePath(QStringLiteral("picture.svg"))};
    m_dialog = std::make_unique<ExportDialog>(suggested, Theme::lightTheme(), [this](const ExportRequest& request) {
        m_written.push_back(request);
        return m_answer;
    });
    m_dialog->show();
}

void TestExportDialog::request_isWhatIsShown()
{
    QCOMPARE(m_dialog->request().content, ExportContent::Chart);
    QCOMPARE(m_dialog->request().ground, ExportGround::Dark);
    clickBox(m_dialog->findChild<QRadioButton*>(QStringLiteral("diagram")));
    clickBox(m_dialog->findChild<QRadioButton*>(QStringLiteral("transparent")));
    clickExport();
    QCOMPARE(m_written.size(), 1U);
    QCOMPARE(m_written.front().content, ExportContent::Diagram);
    QCOMPARE(m_written.front().ground, ExportGround::Transparent);
    QCOMPARE(m_written.front().path, m_folder.filePath(QStringLiteral("picture.svg")));
}

void TestExportDialog::nameWithoutSuffix_getsOne()
{
    file()->setText(m_folder.filePath(QStringLiteral("other")));
    QCOMPARE(m_dialog->request().path, m_folder.filePath(QStringLiteral("other.svg")));
}

void TestExportDialog::failure_isShownAndLeavesTheDialogOpen()
{
    m_answer = QStringLiteral("The disk is full.");
    clickExport();
    const auto* complaint = m_dialog->findChild<QLabel*>(QStringLiteral("complaint"));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(complaint->isVisible());
    QCOMPARE(complaint->text(), m_answer);
    file()->setText(m_folder.filePath(QStringLiteral("elsewhere.svg")));
    QVERIFY(!complaint->isVisible());
}

void TestExportDialog::success_closesTheDialog()
{
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    clickExport();
    QCOMPARE(accepted.size(), 1);
    QVERIFY(!m_dialog->isVisible());
}

void TestExportDialog::existingFile_isAskedFor()
{
    QFile existing(m_folder.filePath(QStringLiteral("there.svg")));
    QVERIFY(existing.open(QIODevice::WriteOnly));
    existing.close();
    file()->setText(existing.fileName());
    clickExport();
    QCOMPARE(m_written.size(), 0U);
    auto* question = m_dialog->findChild<QMessageBox*>();
    QVERIFY(question);
    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_written.size(), 1U);
}

void TestExportDialog::noName_cannotBeExported()
{
    file()->setText(QStringLiteral("  "));
    QVERIFY(!exportButton()->isEnabled());
}

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
