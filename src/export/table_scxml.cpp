// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/table_scxml.h"

#include "core/transition_table.h"

#include <QXmlStreamWriter>

namespace finwait {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

void writeRow(QXmlStreamWriter& xml, const TransitionRow& row)
{
    xml.writeComment(u' ' + text(row.reference) + u' ');
    xml.writeStartElement(QStringLiteral("transition"));
    xml.writeAttribute(QStringLiteral("event"), text(identifier(row.trigger)));
    xml.writeAttribute(QStringLiteral("target"), text(identifier(row.to)));
    if (row.reply != Reply::None) {
        xml.writeEmptyElement(QStringLiteral("send"));
        xml.writeAttribute(QStringLiteral("event"),
                           QStringLiteral("reply.") + text(identifier(row.reply)).replace(u',', u'_'));
    }
    xml.writeEndElement();
}

} // namespace

std::string tableScxml()
{
    QByteArray octets;
    QXmlStreamWriter xml(&octets);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("scxml"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2005/07/scxml"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.0"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("tcp_connection"));
    xml.writeAttribute(QStringLiteral("datamodel"), QStringLiteral("null"));
    xml.writeAttribute(QStringLiteral("initial"), text(identifier(State::Closed)));
    for (const State state : allStates) {
        xml.writeStartElement(QStringLiteral("state"));
        xml.writeAttribute(QStringLiteral("id"), text(identifier(state)));
        for (const TransitionRow& row : transitionTable()) {
            if (row.from == state)
                writeRow(xml, row);
        }
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return octets.toStdString();
}

} // namespace finwait
