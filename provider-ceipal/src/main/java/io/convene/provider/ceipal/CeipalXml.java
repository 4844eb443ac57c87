package io.convene.provider.ceipal;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The small XML documents that Ceipal answers token requests with, in any encoding of XML. */
final class CeipalXml {
    private CeipalXml() {}

    /** Whether the bytes begin like XML or HTML, perhaps after a byte order mark and blanks. */
    static boolean isXml(byte[] bytes) {
        int at = start(bytes);
        if (at + 1 >= bytes.length) {
            return false;
        }
        int first = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
        return bytes[at] == '<' || first == 0xfeff || first == 0xfffe || first == '<';
    }

    /** Where a document begins: the parser takes no blanks before the declaration. */
    private static int start(byte[] bytes) {
        int at = 0;
        boolean marked =
                bytes.length > 2
                        && bytes[0] == (byte) 0xef
                        && bytes[1] == (byte) 0xbb
                        && bytes[2] == (byte) 0xbf;
        if (marked) {
            at = 3;
        }
        while (at < bytes.length && bytes[at] > 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /**
     * The text of each element that has some, by its name; the first of that name counts. Empty
     * when the bytes are not XML, or declare a document type: such a document could name entities
     * that are stored elsewhere, or grow beyond all bounds.
     */
    static Map<String, String> leaves(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            int start = start(xml);
            return leaves(
                    factory.createXMLStreamReader(
                            new ByteArrayInputStream(xml, start, xml.length - start)));
        } catch (XMLStreamException e) {
            return Map.of();
        }
    }

    private static Map<String, String> leaves(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> leaves = new HashMap<>();
        String text = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
                case XMLStreamConstants.START_ELEMENT -> text = "";
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text = reader.getText().strip();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!text.isEmpty()) {
                        leaves.putIfAbsent(reader.getLocalName(), text);
                    }
                    text = "";
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return leaves;
    }
}
