package dk.brobygger.corpus.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Makes {@code regions.tsv} of the NUTS code list in the eForms SDK. */
final class RegionExtract {

  private RegionExtract() {}

  /** Writes the list to the file named. */
  public static void main(String[] arguments) throws IOException, XMLStreamException {
    Files.writeString(Path.of(arguments[0]), regions());
  }

  /** The lines of the file: code, tab, name; leaving out countries and the "extra-regio" codes. */
  static String regions() throws IOException, XMLStreamException {
    Map<String, String> names = new TreeMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            RegionExtract.class.getResourceAsStream("/eforms-sdk/codelists/nuts.gc"))) {
      read(XMLInputFactory.newFactory().createXMLStreamReader(in), names);
    }
    return names.entrySet().stream()
        .filter(region -> region.getKey().length() > 2 && !region.getKey().endsWith("Z"))
        .map(region -> region.getKey() + "\t" + region.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void read(XMLStreamReader xml, Map<String, String> names)
      throws XMLStreamException {
    @Nullable String column = null;
    String code = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("Value")) {
          column = xml.getAttributeValue(null, "ColumnRef");
        } else if (xml.getLocalName().equals("SimpleValue") && "code".equals(column)) {
          code = xml.getElementText().strip();
        } else if (xml.getLocalName().equals("SimpleValue") && "Name".equals(column)) {
          names.put(code, xml.getElementText().strip());
        }
      }
    }
  }
}
