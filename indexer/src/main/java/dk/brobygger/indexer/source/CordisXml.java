package dk.brobygger.indexer.source;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One project in CORDIS's XML, read as a stream into the names its CSV has. Document types and
 * entities from outside are not read.
 */
final class CordisXml {

  private static final XMLInputFactory FACTORY = factory();

  /** Where in an organisation which field of the CSV stands. */
  private static final Map<String, String> PARTNER =
      Map.of(
          "id", "organisationID",
          "vatNumber", "vatNumber",
          "legalName", "name",
          "shortName", "shortName",
          "address/city", "city",
          "address/country", "country",
          "address/url", "organizationURL");

  private static final Map<String, String> PROJECT =
      Map.of("id", "id", "acronym", "acronym", "title", "title", "startDate", "startDate");

  /** Below what the project ran under: a topic, next to legal bases and programmes. */
  private static final Map<String, String> TOPIC = Map.of("code", "topics", "title", "topicTitle");

  /** Longest names of elements inside each other; CORDIS's longest are of 150 characters. */
  private static final int DEEPEST_PATH = 4_000;

  private static final String ACTIVITY = "relations/categories/category/code";
  private static final String REGION = "relations/regions/region/nutsCode";

  private final XMLStreamReader xml;
  private final Map<String, String> project = new HashMap<>();
  private final List<Map<String, String>> partners = new ArrayList<>();

  private CordisXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads one project.
   *
   * @throws XMLStreamException if it is not XML
   * @throws IllegalArgumentException if it is not a project
   */
  static CordisXml read(InputStream in) throws XMLStreamException {
    CordisXml cordis = new CordisXml(FACTORY.createXMLStreamReader(in));
    cordis.readDocument();
    return cordis;
  }

  Map<String, String> project() {
    return project;
  }

  List<Map<String, String>> partners() {
    return partners;
  }

  private void readDocument() throws XMLStreamException {
    xml.nextTag();
    if (!xml.getLocalName().equals("project")) {
      throw new IllegalArgumentException(
          "begins with <" + xml.getLocalName() + ">, must be a <project>");
    }
    readElement("", project, PROJECT);
  }

  /** Reads to the end of the element that has just begun, and what is below it. */
  private void readElement(String path, Map<String, String> fields, Map<String, String> names)
      throws XMLStreamException {
    if (path.length() > DEEPEST_PATH) {
      throw new IllegalArgumentException("is nested too deeply, at " + path.substring(0, 80));
    }
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> readChild(path, fields, names);
        case XMLStreamConstants.END_ELEMENT -> {
          field(path, names).ifPresent(name -> fields.putIfAbsent(name, text.toString().strip()));
          return;
        }
        default -> {}
      }
    }
  }

  private static Optional<String> field(String path, Map<String, String> names) {
    if (names == PARTNER && path.equals(ACTIVITY)) {
      return Optional.of("activityType");
    }
    return names == PARTNER && path.equals(REGION)
        ? Optional.of("nutsCode")
        : Optional.ofNullable(names.get(path));
  }

  private void readChild(String path, Map<String, String> fields, Map<String, String> names)
      throws XMLStreamException {
    String name = xml.getLocalName();
    String child = path.isEmpty() ? name : path + "/" + name;
    if (names == PROJECT && child.equals("relations/associations/organization")) {
      Map<String, String> partner = new HashMap<>();
      attribute("type").ifPresent(role -> partner.put("role", role));
      attribute("sme").ifPresent(sme -> partner.put("SME", sme));
      readElement("", partner, PARTNER);
      partners.add(partner);
    } else if (names == PROJECT
        && child.equals("relations/associations/programme")
        && attribute("type").filter("relatedTopic"::equals).isPresent()) {
      readElement("", fields, TOPIC);
    } else {
      readElement(child, fields, names);
    }
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }
}
