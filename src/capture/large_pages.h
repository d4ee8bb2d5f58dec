// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Memory for many small things, which goes back to the system all at once. It comes in large pages where there are any:
// the connections of a large capture fill some ten thousand pages of the usual size, and to be given one after the
// other takes as long as all that is done with them. What was given back is given out again for the same size, and
// nothing is lost to rounding: there are millions of such things, of a few sizes.
#pragma once

#include <array>
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

    /// A piece that was given back; as all of its size, in a list.
    struct Returned {
        Returned* next = nullptr;
    };
    static constexpr std::size_t step = sizeof(Returned); // sizes are multiples of it
    static constexpr std::size_t largestSmall = 1024;

    [[nodiscard]] static bool isSmall(std::size_t size, std::size_t alignment)
    {
        return size <= largestSmall && alignment <= alignof(Returned);
    }
    [[nodiscard]] static std::size_t stepsOf(std::size_t size) { return size == 0 ? 1 : (size + step - 1) / step; }

    void* do_allocate(std::size_t size, std::size_t alignment) override;
    void do_deallocate(void* piece, std::size_t size, std::size_t alignment) override;
    [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override
    {
        return this == &other;
    }

    void addBlock();

    std::vector<std::unique_ptr<std::byte, Release>> m_blocks;
    std::byte* m_free = nullptr; // the rest of the last block
    std::size_t m_left = 0;
    std::array<Returned*, largestSmall / step + 1> m_returned{}; // by how many steps each is
};

} // namespace finwait
