// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/library_dialog.h"

#include "app/fit_screen.h"
#include "app/library_delegate.h"
#include "app/library_model.h"
#include "app/scenario_page.h"
#include "app/scenario_thumbnails.h"
#include "ui_library_dialog.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QTextDocument>

namespace finwait {

namespace {

constexpr qreal pageMargin = 10; // pixels

} // namespace

LibraryDialog::LibraryDialog(ScenarioThumbnails& thumbnails, const std::string& current, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LibraryDialog>())
    , m_model(new LibraryModel(this))
    , m_filter(new LibraryFilter(this))
    , m_thumbnails(thumbnails)
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->buttons->button(QDialogButtonBox::Open)->setText(tr("&Load"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->about->document()->setDocumentMargin(pageMargin);
    m_filter->setSourceModel(m_model);
    m_ui->scenarios->setItemDelegate(new LibraryDelegate(thumbnails, m_ui->scenarios));
    m_ui->scenarios->setModel(m_filter);
    m_ui->search->installEventFilter(this);
    connect(&thumbnails, &ScenarioThumbnails::drawn, m_model, &LibraryModel::refresh);
    connect(m_ui->search, &QLineEdit::textChanged, this, &LibraryDialog::search);
    connect(m_ui->scenarios, &QAbstractItemView::doubleClicked, this, &QDialog::accept);
    connect(m_ui->scenarios->selectionModel(), &QItemSelectionModel::currentChanged, this, &LibraryDialog::tell);
    const QModelIndex first = m_filter->mapFromSource(m_model->index(std::max(LibraryModel::rowOf(current), 0)));
    m_ui->scenarios->setCurrentIndex(first);
    m_ui->search->setFocus();
}

LibraryDialog::~LibraryDialog() = default;

const Scenario* LibraryDialog::scenario() const
{
    const QModelIndex current = m_ui->scenarios->currentIndex();
    return current.isValid() ? &LibraryModel::scenarioAt(m_filter->mapToSource(current).row()) : nullptr;
}

void LibraryDialog::tell()
{
    m_ui->about->setHtml(scenario() ? scenarioHtml(*scenario(), m_thumbnails.theme()) : QString());
}

void LibraryDialog::search(const QString& text)
{
    m_filter->search(text);
    if (!text.trimmed().isEmpty() || !m_ui->scenarios->currentIndex().isValid())
        m_ui->scenarios->setCurrentIndex(m_filter->index(0, 0)); // the best
    m_ui->scenarios->scrollTo(m_ui->scenarios->currentIndex());
    const bool found = m_filter->rowCount() > 0;
    m_ui->nothing->setVisible(!found);
    if (!found) // rows that go take the current one along without a word
        tell();
    m_ui->buttons->button(QDialogButtonBox::Open)->setEnabled(found);
}

bool LibraryDialog::eventFilter(QObject* watched, QEvent* event)
{
    // While somebody types, these keys go on walking through the list.
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
            return QCoreApplication::sendEvent(m_ui->scenarios, event);
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace finwait
