// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/capture_input.h"

#include "core/system_message.h"

#include <stdio_ext.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

namespace finwait {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bufferSize = std::size_t{64} * 1024;

} // namespace

Expected<CaptureInput, Message> CaptureInput::open(const std::string& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status) || !fs::exists(status))
        return Unexpected{systemMessage(error.value())};
    if (fs::is_directory(status))
        return Unexpected{systemMessage(EISDIR)};
    if (!fs::is_regular_file(status))
        return Unexpected{notRegularFile()};
    FilePointer file{std::fopen(path.c_str(), "rb")};
    if (!file)
        return Unexpected{systemMessage(errno)};
    const std::uintmax_t size = fs::file_size(path, error);
    if (error)
        return Unexpected{systemMessage(error.value())};
    return begin(std::move(file), size);
}

Expected<CaptureInput, Message> CaptureInput::read(std::span<const std::uint8_t> octets)
{
    if (octets.empty())
        return begin(nullptr, 0);
    // They are only read.
    FilePointer file{fmemopen(const_cast<std::uint8_t*>(octets.data()), octets.size(), "rb")};
    if (!file)
        return Unexpected{systemMessage(errno)};
    return begin(std::move(file), octets.size());
}

Expected<CaptureInput, Message> CaptureInput::begin(FilePointer file, std::uint64_t size)
{
    if (size == 0)
        return Unexpected{Message::tr("the file is empty")};
    CaptureInput input;
    input.m_size = size;
    if (GzipFile::isGzip(file.get())) {
        input.m_gzip = std::make_unique<GzipFile>(std::move(file));
        file = input.m_gzip->unpacked();
        if (!file)
            return Unexpected{systemMessage(errno)};
    }
    input.m_buffer = std::make_unique<char[]>(bufferSize);
    (void)std::setvbuf(file.get(), input.m_buffer.get(), _IOFBF, bufferSize); // without, it is only slower
    (void)__fsetlocking(file.get(), FSETLOCKING_BYCALLER); // whoever has the input is the only one that reads it
    input.m_file = std::move(file);
    return input;
}

int CaptureInput::firstOctet()
{
    const int octet = std::getc(m_file.get());
    return octet == EOF ? EOF : std::ungetc(octet, m_file.get());
}

double CaptureInput::progressAt(std::uint64_t offset) const
{
    const std::uint64_t read = m_gzip ? m_gzip->packedOffset() : offset;
    return std::clamp(static_cast<double>(read) / static_cast<double>(m_size), 0.0, 1.0);
}

std::optional<Message> CaptureInput::compressionFlaw(std::uint64_t packets) const
{
    if (!m_gzip)
        return std::nullopt;
    switch (m_gzip->end()) {
    case GzipFile::End::Whole: return std::nullopt;
    case GzipFile::End::CutOff:
        return Message::tr("after packet %1 the compressed file is cut off, at octet %2")
            .arg(packets)
            .arg(m_gzip->packedOffset());
    case GzipFile::End::Damaged:
        return Message::tr("after packet %1 the compressed file is damaged, at octet %2")
            .arg(packets)
            .arg(m_gzip->packedOffset());
    }
    return std::nullopt;
}

} // namespace finwait
