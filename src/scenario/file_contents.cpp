// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/file_contents.h"

#include "core/system_message.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <utility>

namespace finwait {
namespace {

struct Closing {
    void operator()(std::FILE* file) const { std::fclose(file); } // nothing was written
};
using File = std::unique_ptr<std::FILE, Closing>;

} // namespace

Message atMost(std::uintmax_t octets)
{
    constexpr std::uintmax_t mebi = std::uintmax_t{1024} * 1024;
    return Message::tr("at most %1 MiB").arg(octets / mebi);
}

ReadError fileError(const std::filesystem::path& path, Message what, Message expected)
{
    return {std::move(what), 0, 0, std::move(expected), path.string()};
}

Expected<std::string, ReadError> fileContents(const std::filesystem::path& path, std::uintmax_t most,
                                              const Message& expected)
{
    const File file{std::fopen(path.c_str(), "rb")};
    if (!file)
        return Unexpected{fileError(path, systemMessage(errno), expected)};
    constexpr std::size_t portion = 65536;
    std::string text;
    std::size_t read = 0;
    do {
        const std::size_t before = text.size();
        text.resize(before + portion);
        read = std::fread(text.data() + before, 1, portion, file.get());
        text.resize(before + read);
    } while (read == portion && text.size() <= most);
    if (std::ferror(file.get()) != 0)
        return Unexpected{fileError(path, systemMessage(errno), expected)};
    if (text.size() > most)
        return Unexpected{fileError(path, Message::tr("this file is too large"), atMost(most))};
    return text;
}

} // namespace finwait
