// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/large_pages.h"

#include <sys/mman.h>

#include <new>
#include <utility>

namespace finwait {

namespace {

/// Of x86-64, and of ARM with pages of 4 KiB.
constexpr std::size_t pageSize = std::size_t{2} * 1024 * 1024;

} // namespace

void* LargePages::do_allocate(std::size_t size, std::size_t alignment)
{
    if (!isSmall(size, alignment))
        return std::pmr::new_delete_resource()->allocate(size, alignment);
    const std::size_t steps = stepsOf(size);
    Returned*& first = m_returned[steps];
    if (first != nullptr)
        return std::exchange(first, first->next);
    const std::size_t room = steps * step;
    if (m_left < room)
        addBlock();
    m_left -= room;
    return std::exchange(m_free, m_free + room);
}

void LargePages::do_deallocate(void* piece, std::size_t size, std::size_t alignment)
{
    if (!isSmall(size, alignment))
        return std::pmr::new_delete_resource()->deallocate(piece, size, alignment);
    Returned*& first = m_returned[stepsOf(size)];
    first = new (piece) Returned{first};
}

void LargePages::addBlock()
{
    std::unique_ptr<std::byte, Release> block(static_cast<std::byte*>(std::aligned_alloc(pageSize, pageSize)));
    if (!block)
        throw std::bad_alloc();
    (void)madvise(block.get(), pageSize, MADV_HUGEPAGE); // without, it is only slower
    m_free = block.get();
    m_left = pageSize;
    m_blocks.push_back(std::move(block));
}

} // namespace finwait
