// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/large_pages.h"

#include <sys/mman.h>

#include <new>

namespace finwait {

namespace {

/// Of x86-64, and of ARM with pages of 4 KiB.
constexpr std::size_t pageSize = std::size_t{2} * 1024 * 1024;

} // namespace

void* LargePages::do_allocate(std::size_t size, std::size_t alignment)
{
    if (std::align(alignment, size, m_free, m_left) == nullptr) {
        addBlock(size);
        std::align(alignment, size, m_free, m_left); // a block begins at a page
    }
    void* const given = m_free;
    m_free = static_cast<std::byte*>(m_free) + size;
    m_left -= size;
    return given;
}

void LargePages::addBlock(std::size_t least)
{
    if (least > static_cast<std::size_t>(-1) - pageSize)
        throw std::bad_alloc();
    const std::size_t size = (least + pageSize - 1) / pageSize * pageSize;
    std::unique_ptr<std::byte, Release> block(static_cast<std::byte*>(std::aligned_alloc(pageSize, size)));
    if (!block)
        throw std::bad_alloc();
    (void)madvise(block.get(), size, MADV_HUGEPAGE); // without, it is only slower
    m_free = block.get();
    m_left = size;
    m_blocks.push_back(std::move(block));
}

} // namespace finwait
