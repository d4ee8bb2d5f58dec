// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/call_reader.h"

#include <string>
#include <string_view>
#include <utility>

namespace finwait {

namespace {

/// Lists inside each other beyond this are an error: it bounds the stack that reading needs.
constexpr int mostDepth = 16;

ScriptValue readValue(ScriptText& text, int depth);

/// Up to the bracket that closes this one, with all that is inside.
std::string balanced(ScriptText& text, char open, char close)
{
    std::string all;
    int depth = 0;
    do {
        if (text.atEnd())
            text.fail(Message::tr("this has no end"), Message::tr("'%1'").arg(std::string_view(&close, 1)));
        const char character = text.next();
        depth += character == open ? 1 : 0;
        depth -= character == close ? 1 : 0;
        all += character;
        text.skip(1);
    } while (depth > 0);
    return all;
}

/// Between brackets a line's end is like any white space.
ScriptValue::List readList(ScriptText& text, std::string_view end, int depth)
{
    if (depth == mostDepth)
        text.fail(Message::tr("lists lie too deep inside each other"), Message::tr("at most %1 levels").arg(mostDepth));
    ScriptValue::List values;
    text.skipLines();
    if (text.accept(end))
        return values;
    do {
        text.skipLines();
        values.push_back(readValue(text, depth + 1));
        text.skipLines();
    } while (text.accept(","));
    text.expect(end);
    return values;
}

/// A name, or several of them: "O_RDWR | O_NONBLOCK", without the blanks; "htons(80)" with what is in the brackets.
std::string readWords(ScriptText& text)
{
    std::string words;
    do {
        const std::string_view word = text.word();
        if (word.empty())
            text.failHere(Message::tr("a value"));
        words += (words.empty() ? "" : "|") + std::string(word);
        if (text.next() == '(')
            words += balanced(text, '(', ')');
    } while (text.accept("|"));
    return words;
}

ScriptValue readValue(ScriptText& text, int depth)
{
    if (text.accept("..."))
        return {ScriptValue::Any{}};
    if (text.accept("["))
        return {readList(text, "]", depth)};
    if (text.accept("\""))
        return {std::string(text.upTo("\""))};
    if (text.next() == '{')
        return {balanced(text, '{', '}')};
    if (const auto number = text.number())
        return {*number};
    return {readWords(text)};
}

} // namespace

ScriptCall readCall(ScriptText& text)
{
    ScriptCall call;
    call.name = text.word();
    if (call.name.empty())
        text.failHere(Message::tr("a packet, a call, a command in backticks, or \"%{\""));
    text.expect("(");
    call.arguments = readList(text, ")", 0);
    text.expect("=");
    if (text.accept("?"))
        call.result = {ScriptValue::Any{}};
    else
        call.result = readValue(text, 0);
    call.error = text.word();
    text.skipBlanks();
    if (text.next() == '(') // in words: "(flags O_RDWR)"
        balanced(text, '(', ')');
    return call;
}

} // namespace finwait
