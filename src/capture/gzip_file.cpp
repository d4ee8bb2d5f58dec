// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/gzip_file.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace finwait {

namespace {

constexpr unsigned char magic1 = 0x1F; // RFC 1952 section 2.3.1
constexpr unsigned char magic2 = 0x8B;
constexpr int gzipOnly = 16; // added to the bits of the window

} // namespace

bool GzipFile::isGzip(std::FILE* file)
{
    std::array<unsigned char, 2> magic{};
    const std::size_t read = std::fread(magic.data(), 1, magic.size(), file);
    std::rewind(file);
    return read == magic.size() && magic[0] == magic1 && magic[1] == magic2;
}

GzipFile::GzipFile(FilePointer packed) : m_packed(std::move(packed))
{
    if (inflateInit2(&m_stream, MAX_WBITS + gzipOnly) != Z_OK)
        finish(End::Damaged); // there was not enough memory
}

GzipFile::~GzipFile()
{
    inflateEnd(&m_stream);
}

FilePointer GzipFile::unpacked()
{
    cookie_io_functions_t functions{};
    functions.read = [](void* cookie, char* octets, std::size_t size) {
        return static_cast<GzipFile*>(cookie)->read(octets, size);
    };
    // Only asked where it is.
    functions.seek = [](void* cookie, off64_t* offset, int whence) {
        if (whence != SEEK_CUR || *offset != 0)
            return -1;
        *offset = static_cast<GzipFile*>(cookie)->m_unpackedOffset;
        return 0;
    };
    return FilePointer{fopencookie(this, "rb", functions)};
}

ssize_t GzipFile::read(char* octets, std::size_t size)
{
    m_stream.next_out = reinterpret_cast<Bytef*>(octets);
    m_stream.avail_out = static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    while (m_stream.avail_out > 0 && !m_isFinished)
        inflateSome();
    const auto count = reinterpret_cast<char*>(m_stream.next_out) - octets;
    if (count == 0 && std::ferror(m_packed.get()) != 0)
        return -1;
    m_unpackedOffset += count;
    return count;
}

void GzipFile::inflateSome()
{
    if (m_stream.avail_in == 0 && !fill()) {
        finish(m_isBetweenMembers ? End::Whole : End::CutOff);
        return;
    }
    if (m_isBetweenMembers && *m_stream.next_in != magic1) { // filled up, as tapes are
        finish(End::Whole);
        return;
    }
    const int result = inflate(&m_stream, Z_NO_FLUSH);
    m_isBetweenMembers = result == Z_STREAM_END;
    if (result == Z_STREAM_END)
        inflateReset(&m_stream);
    else if (result != Z_OK)
        finish(End::Damaged);
}

bool GzipFile::fill()
{
    const std::size_t read = std::fread(m_input.data(), 1, m_input.size(), m_packed.get());
    m_packedOffset += read;
    m_stream.next_in = m_input.data();
    m_stream.avail_in = static_cast<uInt>(read);
    return read > 0;
}

void GzipFile::finish(End end)
{
    m_isFinished = true;
    m_end = end;
}

} // namespace finwait
