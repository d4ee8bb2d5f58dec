// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file read forward through a buffer of one size: what is looked at lies in it as it is, and is not copied.
#pragma once

#include "capture/file_pointer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace finwait {

class ReadBuffer
{
public:
    static constexpr std::size_t size = std::size_t{256} * 1024;

    explicit ReadBuffer(FilePointer file);

    /// The next `count` octets, at most `size`; fewer: the file ends after them. They are good until the next call.
    [[nodiscard]] std::span<const std::uint8_t> peek(std::size_t count)
    {
        if (m_end - m_begin < count)
            fill();
        return {m_octets.get() + m_begin, m_end - m_begin < count ? m_end - m_begin : count};
    }
    /// Goes on by so many; false: the file ends before that.
    [[nodiscard]] bool skip(std::uint64_t count);
    /// How many octets came before.
    [[nodiscard]] std::uint64_t offset() const { return m_offset + m_begin; }
    /// How many were read: once the file has come to its end, its length.
    [[nodiscard]] std::uint64_t readUntil() const { return m_offset + m_end; }
    /// That of the system with which reading came to its end; zero: there was none.
    [[nodiscard]] int error() const { return m_error; }

private:
    void fill();

    FilePointer m_file;
    std::unique_ptr<std::uint8_t[]> m_octets;
    std::size_t m_begin = 0;    // of what was not gone by yet
    std::size_t m_end = 0;      // of what was read
    std::uint64_t m_offset = 0; // in the file, of the buffer
    int m_error = 0;
};

} // namespace finwait
