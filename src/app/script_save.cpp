// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_save.h"

#include "app/message_text.h"
#include "export/exporter.h"
#include "finwait_version.h"
#include "script/script_writer.h"
#include "view/words.h"

#include <QCoreApplication>

#include <utility>

namespace finwait {

namespace {

class TraceScript : public Exporter
{
    Q_DECLARE_TR_FUNCTIONS(finwait::TraceScript)

public:
    explicit TraceScript(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] QByteArray contents() override { return QByteArray::fromStdString(m_text); }
    [[nodiscard]] static QString whyNone(Side view, const ScriptEnd& end);
    [[nodiscard]] static QString whereItEnds(const ScriptEnd& end);

private:
    std::string m_text;
};

QString TraceScript::whyNone(Side view, const ScriptEnd& end)
{
    const QString why = messageText(description(end.why));
    //: %1: what no script can say
    return view == Side::Client ? tr("There is no script of the client's end: %1.").arg(why)
                                //: %1: what no script can say
                                : tr("There is no script of the server's end: %1.").arg(why);
}

QString TraceScript::whereItEnds(const ScriptEnd& end)
{
    //: %1: a moment, %2: what no script can say
    return tr("The script ends before %1: %2.").arg(words::moment(end.at), messageText(description(end.why)));
}

} // namespace

SavedScript saveScript(const Trace& trace, const Scenario& scenario, Side view, const QString& title,
                       const QString& path)
{
    const SimulatorConfig config = simulatorConfig(scenario);
    WrittenScript script = packetdrillScript(trace, view,
                                             {.program = std::string("Finwait ") + versionText,
                                              .title = title.toStdString(),
                                              .endpoint = config.endpoints[view],
                                              .clockwork = config.clockwork[view]});
    if (script.text.empty())
        return {TraceScript::whyNone(view, *script.end), {}};
    TraceScript file(std::move(script.text));
    if (!file.writeFile(path))
        return {file.error(), {}};
    return {{}, script.end ? TraceScript::whereItEnds(*script.end) : QString()};
}

} // namespace finwait
