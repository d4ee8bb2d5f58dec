// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Cells of one width in as many columns as there is room for: the variables of the inspector, in a narrow dock as in a
// wide one.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace finwait {

class CellLayout : public QLayout
{
    Q_OBJECT

public:
    /// Pixels between columns and between lines.
    CellLayout(int columnSpacing, int lineSpacing, QWidget* parent = nullptr);
    ~CellLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Grid {
        int columns = 1;
        int rows = 0;
        QSize cell;
    };
    [[nodiscard]] Grid gridFor(int width) const;
    [[nodiscard]] QSize largestItem() const;

    int m_columnSpacing;
    int m_lineSpacing;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace finwait
