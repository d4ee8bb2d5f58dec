// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Memory for what stays until all of it goes at once. It comes from the system in large pages where there are any: the
// connections of a large capture fill some ten thousand pages of the usual size, and to be given one after the other
// takes as long as all that is done with them.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <memory_resource>
#include <vector>

namespace finwait {

class LargePages : public std::pmr::memory_resource
{
public:
    LargePages() = default;

private:
    struct Release {
        void operator()(std::byte* block) const { std::free(block); }
    };

    void* do_allocate(std::size_t size, std::size_t alignment) override;
    void do_deallocate(void* /*unused*/, std::size_t /*size*/, std::size_t /*alignment*/) override {}
    [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override
    {
        return this == &other;
    }

    void addBlock(std::size_t least);

    std::vector<std::unique_ptr<std::byte, Release>> m_blocks;
    void* m_free = nullptr; // the rest of the last block
    std::size_t m_left = 0;
};

} // namespace finwait
