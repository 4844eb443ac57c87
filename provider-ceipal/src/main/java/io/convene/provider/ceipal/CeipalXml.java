package io.convene.provider.ceipal;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The small XML documents that Ceipal answers token requests with. */
final class CeipalXml {
    private CeipalXml() {}

    /**
     * The text of each element that has some, by its name; the first of that name counts. Empty
     * when the bytes are no XML, or declare a document type: such a document could name entities
     * that stand elsewhere, or grow beyond all bounds.
     */
    static Map<String, String> leaves(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return leaves(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
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
