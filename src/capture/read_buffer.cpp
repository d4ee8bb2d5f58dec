// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/read_buffer.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace finwait {

ReadBuffer::ReadBuffer(FilePointer file) : m_file(std::move(file)), m_octets(std::make_unique<std::uint8_t[]>(size)) {}

void ReadBuffer::fill()
{
    std::copy(m_octets.get() + m_begin, m_octets.get() + m_end, m_octets.get());
    m_offset += m_begin;
    m_end -= m_begin;
    m_begin = 0;
    m_end += std::fread(m_octets.get() + m_end, 1, size - m_end, m_file.get());
    if (std::ferror(m_file.get()) != 0)
        m_error = errno;
}

bool ReadBuffer::skip(std::uint64_t count)
{
    while (count > m_end - m_begin) {
        count -= m_end - m_begin;
        m_begin = m_end;
        fill();
        if (m_end == 0)
            return false;
    }
    m_begin += static_cast<std::size_t>(count);
    return true;
}

} // namespace finwait
