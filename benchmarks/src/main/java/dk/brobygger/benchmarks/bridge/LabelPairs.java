package dk.brobygger.benchmarks.bridge;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads what is called something in both languages, each pair of names once. */
final class LabelPairs {

  private static final String LISTS = "eforms-sdk/codelists/";
  private static final String TRANSLATIONS = "eforms-sdk/translations/";

  private final Map<String, LabelPair> pairs = new LinkedHashMap<>();

  private LabelPairs() {}

  /**
   * All code lists and translations of the eForms SDK but the rules of its forms, 6,000 sentences
   * of a few patterns, and what is spelled the same in both languages.
   */
  static Collection<LabelPair> ofSdk() {
    LabelPairs read = new LabelPairs();
    try (JarFile sdk = new JarFile(sdk().toFile())) {
      TreeSet<String> names = new TreeSet<>();
      for (Enumeration<JarEntry> all = sdk.entries(); all.hasMoreElements(); ) {
        names.add(all.nextElement().getName());
      }
      for (String name : names) {
        if (name.startsWith(LISTS) && name.endsWith(".gc")) {
          try (InputStream in = sdk.getInputStream(sdk.getJarEntry(name))) {
            read.codeList(name.substring(LISTS.length()), in);
          }
        } else if (name.startsWith(TRANSLATIONS)
            && name.endsWith("_da.xml")
            && !name.contains("rule")) {
          read.translations(sdk, name);
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("cannot read the eForms SDK", e);
    }
    return read.pairs.values();
  }

  /** The labels of the vocabulary: each Danish one with each English one of its competence. */
  static Collection<LabelPair> ofVocabulary(Vocabulary vocabulary) {
    LabelPairs read = new LabelPairs();
    for (Competence competence : vocabulary.competences()) {
      List<String> danish = competence.labels().getOrDefault(Language.DA, List.of());
      List<String> english = competence.labels().getOrDefault(Language.EN, List.of());
      danish.forEach(label -> read.add("vocabulary", competence.id(), label, english.getFirst()));
      english.forEach(label -> read.add("vocabulary", competence.id(), danish.getFirst(), label));
    }
    return read.pairs.values();
  }

  private static Path sdk() {
    try {
      URI place =
          Objects.requireNonNull(
                  LabelPairs.class.getResource("/" + LISTS + "cpv.gc"), "eforms-sdk is missing")
              .toURI();
      String jar = place.getRawSchemeSpecificPart();
      return Path.of(URI.create(jar.substring(0, jar.indexOf('!'))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the eForms SDK has no address", e);
    }
  }

  private void codeList(String list, InputStream in) throws XMLStreamException {
    XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
    @Nullable String column = null;
    Map<String, String> row = new HashMap<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("Row")) {
          row.clear();
        } else if (xml.getLocalName().equals("Value")) {
          column = xml.getAttributeValue(null, "ColumnRef");
        } else if (xml.getLocalName().equals("SimpleValue") && column != null) {
          row.put(column, xml.getElementText().strip());
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("Row")) {
        add(
            list,
            row.getOrDefault("code", ""),
            row.getOrDefault("dan_label", ""),
            row.getOrDefault("eng_label", ""));
      }
    }
  }

  private void translations(JarFile sdk, String danishName) {
    Properties danish = properties(sdk, danishName);
    Properties english = properties(sdk, danishName.replace("_da.xml", "_en.xml"));
    String source = danishName.substring(TRANSLATIONS.length()).replace("_da.xml", "");
    for (String key : new TreeSet<>(danish.stringPropertyNames())) {
      // The code lists themselves hold the CPV; here it would stand once more without its source.
      if (!key.startsWith("code|name|cpv")) {
        add(source, key, danish.getProperty(key), english.getProperty(key, ""));
      }
    }
  }

  private static Properties properties(JarFile sdk, String name) {
    Properties properties = new Properties();
    try (InputStream in = sdk.getInputStream(sdk.getJarEntry(name))) {
      properties.loadFromXML(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return properties;
  }

  private void add(String source, String code, String danish, String english) {
    if (!danish.isBlank() && !english.isBlank() && !danish.equalsIgnoreCase(english)) {
      pairs.putIfAbsent(danish + "\t" + english, new LabelPair(source, code, danish, english));
    }
  }

  /** A copy without the CPV codes named. */
  static List<LabelPair> without(Collection<LabelPair> pairs, Collection<String> codes) {
    List<LabelPair> kept = new ArrayList<>();
    for (LabelPair pair : pairs) {
      if (!pair.source().startsWith("cpv") || !codes.contains(pair.code())) {
        kept.add(pair);
      }
    }
    return kept;
  }
}
