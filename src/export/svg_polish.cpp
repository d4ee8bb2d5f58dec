// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/svg_polish.h"

#include <QFont>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <vector>

namespace finwait {

namespace {

constexpr int lengthDecimals = 2;
constexpr auto titleId = "title";
constexpr auto descriptionId = "description";

/// Metrics close to DejaVu Sans first, then fonts that know Chinese, then whatever there is.
QString familyList(const QString& family)
{
    return QStringLiteral(
               "'%1', 'DejaVu Sans', Verdana, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif")
        .arg(family);
}

QFont fontOf(const QXmlStreamAttributes& attributes)
{
    QFont font(attributes.value(QLatin1String("font-family")).toString());
    font.setPixelSize(qRound(attributes.value(QLatin1String("font-size")).toDouble()));
    font.setWeight(static_cast<QFont::Weight>(attributes.value(QLatin1String("font-weight")).toInt()));
    font.setItalic(attributes.value(QLatin1String("font-style")) == QLatin1String("italic"));
    return font;
}

/// A <g> or <defs>, as it began.
struct Group {
    QString name;
    QXmlStreamAttributes attributes;
};

class SvgPolisher
{
public:
    explicit SvgPolisher(QSizeF size) : m_size(size), m_writer(&m_result) {}

    QByteArray polish(const QByteArray& raw);

private:
    void startElement();
    void endElement();
    void characters();
    void writeWaitingGroups();
    void writeRoot(const QXmlStreamAttributes& attributes);
    void writeStart(const QString& name, const QXmlStreamAttributes& attributes);
    void writeText(const QXmlStreamAttributes& attributes);

    QSizeF m_size;
    QXmlStreamReader m_reader;
    QByteArray m_result;
    QXmlStreamWriter m_writer;
    std::vector<Group> m_waiting; // groups that have no content yet
};

QByteArray SvgPolisher::polish(const QByteArray& raw)
{
    m_reader.addData(raw);
    m_reader.setNamespaceProcessing(false);
    m_writer.setAutoFormatting(false);
    m_writer.writeStartDocument();
    m_writer.writeCharacters(QStringLiteral("\n"));
    while (!m_reader.atEnd()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement: startElement(); break;
        case QXmlStreamReader::EndElement: endElement(); break;
        case QXmlStreamReader::Characters: characters(); break;
        default: break;
        }
    }
    Q_ASSERT_X(!m_reader.hasError(), "polishedSvg", qPrintable(m_reader.errorString()));
    m_writer.writeEndDocument();
    return m_result;
}

void SvgPolisher::startElement()
{
    const QString name = m_reader.qualifiedName().toString();
    const QXmlStreamAttributes attributes = m_reader.attributes();
    if (name == QLatin1String("g") || name == QLatin1String("defs")) {
        m_waiting.push_back({name, attributes});
        return;
    }
    writeWaitingGroups();
    if (name == QLatin1String("svg"))
        writeRoot(attributes);
    else if (name == QLatin1String("text"))
        writeText(attributes);
    else
        writeStart(name, attributes);
}

void SvgPolisher::endElement()
{
    if (!m_waiting.empty()) {
        m_waiting.pop_back();
        return;
    }
    m_writer.writeEndElement();
    m_writer.writeCharacters(QStringLiteral("\n"));
}

void SvgPolisher::characters()
{
    if (!m_reader.isWhitespace())
        m_writer.writeCharacters(m_reader.text().toString());
}

void SvgPolisher::writeWaitingGroups()
{
    for (const auto& [name, attributes] : m_waiting) {
        m_writer.writeStartElement(name);
        for (const QXmlStreamAttribute& attribute : attributes) {
            // The texts name their fonts themselves.
            if (!attribute.qualifiedName().startsWith(QLatin1String("font-")))
                m_writer.writeAttribute(attribute);
        }
        m_writer.writeCharacters(QStringLiteral("\n"));
    }
    m_waiting.clear();
}

void SvgPolisher::writeRoot(const QXmlStreamAttributes& attributes)
{
    m_writer.writeStartElement(QStringLiteral("svg"));
    m_writer.writeAttribute(QStringLiteral("xmlns"), attributes.value(QLatin1String("xmlns")).toString());
    m_writer.writeAttribute(QStringLiteral("xmlns:xlink"), attributes.value(QLatin1String("xmlns:xlink")).toString());
    m_writer.writeAttribute(QStringLiteral("width"), QString::number(m_size.width()));
    m_writer.writeAttribute(QStringLiteral("height"), QString::number(m_size.height()));
    m_writer.writeAttribute(QStringLiteral("viewBox"), attributes.value(QLatin1String("viewBox")).toString());
    m_writer.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    m_writer.writeAttribute(QStringLiteral("aria-labelledby"),
                            QStringLiteral("%1 %2").arg(QLatin1String(titleId), QLatin1String(descriptionId)));
    m_writer.writeCharacters(QStringLiteral("\n"));
}

void SvgPolisher::writeStart(const QString& name, const QXmlStreamAttributes& attributes)
{
    m_writer.writeStartElement(name);
    m_writer.writeAttributes(attributes);
    if (name == QLatin1String("title"))
        m_writer.writeAttribute(QStringLiteral("id"), QLatin1String(titleId));
    else if (name == QLatin1String("desc"))
        m_writer.writeAttribute(QStringLiteral("id"), QLatin1String(descriptionId));
}

void SvgPolisher::writeText(const QXmlStreamAttributes& attributes)
{
    const QString text = m_reader.readElementText();
    const QFont font = fontOf(attributes);
    m_writer.writeStartElement(QStringLiteral("text"));
    for (const QXmlStreamAttribute& attribute : attributes) {
        if (attribute.qualifiedName() == QLatin1String("font-family"))
            m_writer.writeAttribute(QStringLiteral("font-family"), familyList(QFontInfo(font).family()));
        else
            m_writer.writeAttribute(attribute);
    }
    const double length = QFontMetricsF(font).horizontalAdvance(text);
    m_writer.writeAttribute(QStringLiteral("textLength"), QString::number(length, 'f', lengthDecimals));
    m_writer.writeAttribute(QStringLiteral("lengthAdjust"), QStringLiteral("spacingAndGlyphs"));
    m_writer.writeCharacters(text);
    m_writer.writeEndElement();
    m_writer.writeCharacters(QStringLiteral("\n"));
}

} // namespace

QByteArray polishedSvg(const QByteArray& raw, QSizeF size)
{
    return SvgPolisher(size).polish(raw);
}

QString svgEscaped(const QString& text)
{
    return text.toHtmlEscaped();
}

} // namespace finwait
