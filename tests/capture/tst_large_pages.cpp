// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Memory that is given out once: each piece its own, aligned as asked for, whatever its size.
#include "capture/large_pages.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

using namespace finwait;

class TestLargePages : public QObject
{
    Q_OBJECT

private slots:
    void pieces_areApart();
    void piece_ofMoreThanAPage();
    void vector_growsInIt();
};

void TestLargePages::pieces_areApart()
{
    struct Piece {
        std::span<std::uint8_t> octets;
        std::uint8_t mark;
    };
    LargePages pages;
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < 20'000; ++i) {
        const std::size_t size = 1 + i * 37 % 1000;
        const std::size_t alignment = std::size_t{1} << i % 7;
        auto* const begin = static_cast<std::uint8_t*>(pages.allocate(size, alignment));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(begin) % alignment, std::uintptr_t{0});
        pieces.push_back({{begin, size}, static_cast<std::uint8_t>(i)});
        std::ranges::fill(pieces.back().octets, pieces.back().mark);
    }
    for (const Piece& piece : pieces)
        QVERIFY(std::ranges::all_of(piece.octets, [&](std::uint8_t octet) { return octet == piece.mark; }));
}

void TestLargePages::piece_ofMoreThanAPage()
{
    constexpr std::size_t size = 5'000'000;
    LargePages pages;
    auto* const small = static_cast<std::uint8_t*>(pages.allocate(1, 1));
    auto* const large = static_cast<std::uint8_t*>(pages.allocate(size, 64));
    *small = 1;
    std::fill_n(large, size, std::uint8_t{2});
    QCOMPARE(*small, std::uint8_t{1});
}

void TestLargePages::vector_growsInIt()
{
    LargePages pages;
    std::pmr::vector<std::uint64_t> numbers(&pages);
    for (std::uint64_t i = 0; i < 1'000'000; ++i)
        numbers.push_back(i);
    for (std::uint64_t i = 0; i < 1'000'000; ++i)
        QCOMPARE(numbers[i], i);
}

QTEST_APPLESS_MAIN(TestLargePages)
#include "tst_large_pages.moc"
