// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Memory of which each piece is its own, aligned as asked for, whatever its size, until it is given back.
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
    void piece_isGivenOutAgain();
    void vector_growsInIt();
};

void TestLargePages::pieces_areApart()
{
    struct Piece {
        std::span<std::uint8_t> octets;
        std::size_t alignment;
        std::uint8_t mark;
    };
    LargePages pages;
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < 20'000; ++i) {
        const std::size_t size = i * 37 % 1500;
        const std::size_t alignment = std::size_t{1} << i % 7;
        auto* const begin = static_cast<std::uint8_t*>(pages.allocate(size, alignment));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(begin) % alignment, std::uintptr_t{0});
        pieces.push_back({{begin, size}, alignment, static_cast<std::uint8_t>(i)});
        std::ranges::fill(pieces.back().octets, pieces.back().mark);
    }
    for (const Piece& piece : pieces)
        QVERIFY(std::ranges::all_of(piece.octets, [&](std::uint8_t octet) { return octet == piece.mark; }));
    for (const Piece& piece : pieces)
        pages.deallocate(piece.octets.data(), piece.octets.size(), piece.alignment);
}

void TestLargePages::piece_isGivenOutAgain()
{
    LargePages pages;
    void* const one = pages.allocate(40, 8);
    void* const two = pages.allocate(40, 8);
    void* const other = pages.allocate(48, 8);
    pages.deallocate(one, 40, 8);
    pages.deallocate(two, 40, 8);
    pages.deallocate(other, 48, 8);
    QCOMPARE(pages.allocate(40, 8), two);
    QCOMPARE(pages.allocate(37, 4), one); // rounded, it is the same size
    QVERIFY(pages.allocate(40, 8) != other);
    QCOMPARE(pages.allocate(48, 8), other);
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
