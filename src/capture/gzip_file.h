// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file that is compressed by gzip (RFC 1952), read as what it was before. libpcap reads files of the C library, so it
// is one of these, made by fopencookie(). zlib's own gzread() would do for a file of the system, but not for one in
// memory, and does not tell a file that is cut off from one that is damaged.
#pragma once

#include "capture/file_pointer.h"

#include <zlib.h>

#include <array>
#include <cstdint>

namespace finwait {

class GzipFile
{
public:
    /// How what is compressed ends.
    enum class End : std::uint8_t {
        Whole, ///< also as long as the end was not reached
        CutOff,
        Damaged,
    };

    /// By its first octets; `file` is at its beginning, and there again afterwards.
    [[nodiscard]] static bool isGzip(std::FILE* file);

    explicit GzipFile(FilePointer packed);
    GzipFile(const GzipFile&) = delete;
    GzipFile& operator=(const GzipFile&) = delete;
    ~GzipFile();

    /// To be asked for once, and closed before this is destroyed. nullptr: the system could not open it (errno).
    [[nodiscard]] FilePointer unpacked();

    /// In the compressed file, in octets: where what was unpacked ends.
    [[nodiscard]] std::uint64_t packedOffset() const { return m_packedOffset - m_stream.avail_in; }
    [[nodiscard]] End end() const { return m_end; }

private:
    /// -1: the system could not read (errno).
    [[nodiscard]] ssize_t read(char* octets, std::size_t size);
    void inflateSome();
    [[nodiscard]] bool fill();
    void finish(End end);

    FilePointer m_packed;
    std::array<unsigned char, 65536> m_input;
    z_stream m_stream{};
    std::uint64_t m_packedOffset = 0;
    std::int64_t m_unpackedOffset = 0;
    bool m_isBetweenMembers = false; // a file may be several compressed ones behind each other
    bool m_isFinished = false;
    End m_end = End::Whole;
};

} // namespace finwait
