// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file is written beside its place under another name, and renamed when all of it is there.
#include "scenario/scenario_file.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <random>
#include <string_view>
#include <system_error>

namespace finwait {
namespace {

namespace fs = std::filesystem;

struct Closing {
    void operator()(std::FILE* file) const { std::fclose(file); } // of what was written, the result is asked for before
};
using File = std::unique_ptr<std::FILE, Closing>;

std::string reason(int error)
{
    return std::generic_category().message(error);
}

Unexpected<ReadError> unreadable(const fs::path& path, std::string what, std::string expected)
{
    return Unexpected{ReadError{std::move(what), 0, 0, std::move(expected), path.string()}};
}

/// The octets of a file that has at most `most`, and one more if it has more; errno tells why there is nothing.
std::optional<std::string> contents(const fs::path& path, std::size_t most)
{
    const File file{std::fopen(path.c_str(), "rb")};
    if (!file)
        return std::nullopt;
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
        return std::nullopt;
    return text;
}

/// A name beside `path` that nobody else has.
fs::path nameBeside(const fs::path& path)
{
    fs::path name = path;
    name += ".new-" + std::to_string(std::random_device{}());
    return name;
}

/// The error, or 0. The file must not exist.
int writeNew(const fs::path& path, std::string_view text)
{
    File file{std::fopen(path.c_str(), "wbx")};
    if (!file)
        return errno;
    const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size();
    const int error = errno;
    if (std::fclose(file.release()) != 0)
        return errno;
    return written ? 0 : error;
}

std::string largestInWords()
{
    constexpr std::uintmax_t mebi = std::uintmax_t{1024} * 1024;
    return "at most " + std::to_string(largestScenarioFile / mebi) + " MiB";
}

/// What is wrong with a file that would be written, or nothing.
std::string unreadableAgain(const std::string& text)
{
    if (text.size() > largestScenarioFile)
        return "it would be too large (" + largestInWords() + ")";
    const auto again = readScenario(text);
    return again ? std::string() : "it could not be read again: " + describe(again.error());
}

/// The error in words, or nothing.
std::string replace(const fs::path& path, std::string_view text)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const bool exists = fs::exists(status);
    if (exists && !fs::is_regular_file(status))
        return "this is not a regular file";
    const fs::path target = exists ? fs::canonical(path, error) : path;
    if (exists && error)
        return error.message();

    const fs::path fresh = nameBeside(target);
    if (const int failed = writeNew(fresh, text); failed != 0) {
        fs::remove(fresh, error);
        return reason(failed);
    }
    error.clear();
    if (exists)
        fs::permissions(fresh, status.permissions(), error);
    if (!error)
        fs::rename(fresh, target, error);
    if (!error)
        return {};
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return error.message();
}

} // namespace

Expected<Scenario, ReadError> readScenarioFile(const fs::path& path)
{
    constexpr std::string_view expected = "a scenario file (.finwait)";
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status) || !fs::exists(status))
        return unreadable(path, error.message(), std::string{expected});
    if (!fs::is_regular_file(status)) // to read from a pipe could take for ever
        return unreadable(path, "this is not a regular file", std::string{expected});
    const auto text = contents(path, largestScenarioFile);
    if (!text)
        return unreadable(path, reason(errno), std::string{expected});
    if (text->size() > largestScenarioFile) {
        return unreadable(path, "this file is too large", largestInWords());
    }
    auto scenario = readScenario(*text);
    if (scenario)
        return scenario;
    ReadError wrong = scenario.error();
    wrong.file = path.string();
    return Unexpected{std::move(wrong)};
}

std::optional<std::string> writeScenarioFile(const fs::path& path, const Scenario& scenario)
{
    const std::string text = writeScenario(scenario);
    std::string failed = unreadableAgain(text);
    if (failed.empty())
        failed = replace(path, text);
    if (failed.empty())
        return std::nullopt;
    return path.string() + ": " + failed;
}

} // namespace finwait
