// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Lines that begin with '#', options, and the frame of an event: its time, and what kind of event it is.
#include "script/script_reader.h"

#include "script/call_reader.h"
#include "script/script_text.h"
#include "script/segment_reader.h"

#include <string>
#include <utility>

namespace finwait {

namespace {

/// The names that are defined for #ifdef.
constexpr std::string_view definedName = "STANDARD";

class ScriptReader
{
public:
    explicit ScriptReader(std::string_view text) : m_text(text) {}

    Script read()
    {
        for (m_text.skipLines(); !m_text.atEnd(); m_text.skipLines()) {
            if (m_text.next() == '#')
                readDirective();
            else if (m_skipped > 0)
                m_text.restOfLine();
            else if (m_text.startsWith("--"))
                readOption();
            else
                readEvent();
        }
        if (m_blocks > 0)
            ScriptText::failAt(m_lastBlock, Message::tr("this block has no end"), Message::tr("\"%1\"").arg("#endif"));
        return std::move(m_script);
    }

private:
    /// What is none is a comment.
    void readDirective()
    {
        const std::size_t start = m_text.offset();
        m_text.skip(1);
        const std::string_view name = m_text.word();
        if (name == "ifdef" || name == "ifndef")
            openBlock(start, (m_text.word() == definedName) == (name == "ifdef"));
        else if (name == "else" && m_blocks > 0)
            turnBlock();
        else if (name == "endif")
            closeBlock(start);
        m_text.restOfLine();
    }

    void openBlock(std::size_t start, bool isTaken)
    {
        m_lastBlock = start;
        ++m_blocks;
        if (m_skipped > 0 || !isTaken)
            ++m_skipped;
    }

    /// Only the innermost block can turn from left out to taken, or back.
    void turnBlock()
    {
        if (m_skipped == 0)
            m_skipped = 1;
        else if (m_skipped == 1)
            m_skipped = 0;
    }

    void closeBlock(std::size_t start)
    {
        if (m_blocks == 0)
            ScriptText::failAt(start, Message::tr("there is no block to end"),
                               Message::tr("\"%1\" before it").arg("#ifdef"));
        --m_blocks;
        if (m_skipped > 0)
            --m_skipped;
    }

    /// "--name=value" or "--name value"
    void readOption()
    {
        ScriptOption option;
        option.line = m_text.line();
        m_text.skip(2);
        std::string_view rest = m_text.restOfLine();
        rest = rest.substr(0, rest.find("//"));
        const std::size_t end = rest.find_first_of("= \t\r");
        option.name = rest.substr(0, end);
        if (option.name.empty())
            m_text.failHere(Message::tr("the name of an option"));
        if (end != std::string_view::npos) {
            const std::size_t first = rest.find_first_not_of(" \t\r", end + 1);
            const std::size_t last = rest.find_last_not_of(" \t\r");
            if (first != std::string_view::npos)
                option.value = rest.substr(first, last + 1 - first);
        }
        m_script.options.push_back(std::move(option));
    }

    void readEvent()
    {
        const std::size_t line = m_text.line();
        const ScriptTime time = readTime();
        m_script.events.push_back({line, time, readAction()});
        if (!m_text.atLineEnd())
            m_text.failHere(Message::tr("the end of the line"));
    }

    ScriptTime readTime()
    {
        ScriptTime time;
        if (m_text.accept("*")) {
            time.origin = ScriptTime::Origin::Any;
            return time;
        }
        const bool isRelative = m_text.accept("+");
        const auto first = m_text.seconds();
        if (!first && isRelative)
            m_text.failHere(Message::tr("seconds"));
        if (!first)
            return time;
        time.origin = isRelative ? ScriptTime::Origin::Previous : ScriptTime::Origin::Start;
        time.earliest = time.latest = *first;
        const std::size_t start = m_text.offset();
        if (m_text.accept("~"))
            time.latest = laterSeconds(start, *first);
        else if (m_text.accept("..."))
            time.returns = laterSeconds(start, *first);
        return time;
    }

    Duration laterSeconds(std::size_t start, Duration before)
    {
        m_text.accept("+");
        const auto later = m_text.seconds();
        if (!later)
            m_text.failHere(Message::tr("seconds"));
        if (*later < before)
            ScriptText::failAt(start, Message::tr("the time ends before it begins"),
                               Message::tr("a later second time"));
        return *later;
    }

    ScriptAction readAction()
    {
        m_text.skipBlanks();
        if (m_text.next() == '<' || m_text.next() == '>')
            return readPacket(m_text);
        if (m_text.accept("`"))
            return ScriptCommand{std::string(m_text.upTo("`"))};
        if (m_text.accept("%{"))
            return ScriptAssertion{std::string(m_text.upTo("}%"))};
        return readCall(m_text);
    }

    ScriptText m_text;
    Script m_script;
    std::size_t m_blocks = 0;  // that are open
    std::size_t m_skipped = 0; // how many of them, from the innermost outwards, are left out
    std::size_t m_lastBlock = 0;
};

} // namespace

Expected<Script, ReadError> readScript(std::string_view text)
{
    try {
        return ScriptReader(text).read();
    } catch (ScriptFailure& failure) {
        return Unexpected{readErrorAt(text, failure.offset, std::move(failure.what), std::move(failure.expected))};
    }
}

} // namespace finwait
