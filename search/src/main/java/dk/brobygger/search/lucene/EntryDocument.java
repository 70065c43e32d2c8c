package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import dk.brobygger.search.language.Spellings;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Facet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Makes index documents of entries, and names their fields. */
final class EntryDocument {

  static final String ID = "id";
  static final String BODY = "body";
  static final String CALLED = "called";

  /** All texts, as they are written. */
  static final String WRITTEN = "written";

  /** Names without capitals and accents. */
  static final String NAMES = "names";

  /** Identifiers of calls, compared as names are. */
  static final String IDENTIFIERS = "identifiers";

  static final String COMPETENCES = "competences";

  /** Those that the name speaks of. */
  static final String TITLED = "titled";

  /** Where the texts speak of them. */
  static final String MENTIONS = "mentions";

  static final String DEADLINE = "deadline";
  static final String OPENS = "opens";
  static final String ENDLESS = "endless";
  static final String WITHOUT_ENGLISH = "withoutEnglish";

  /** Names of the fields with words that a document has. */
  static final String FIELDS = "fields";

  /** The value of fields that have no other. */
  static final String TRUE = "true";

  /** Form of the documents: raised whenever old ones would answer differently. */
  static final int FORM = 17;

  /**
   * Words of which it is not kept among how many they stand, except in names. Who says more about a
   * thing would else be found worse, and a word taken away would make the others worth more.
   */
  private static final FieldType OF_ANY_LENGTH =
      new FieldType(org.apache.lucene.document.TextField.TYPE_NOT_STORED);

  static {
    OF_ANY_LENGTH.setOmitNorms(true);
    OF_ANY_LENGTH.freeze();
  }

  private final Vocabulary vocabulary;
  private final CompetenceTagger tagger;
  private final StoredMentions stored;
  private final FacetsConfig facets = new FacetsConfig();

  EntryDocument(Vocabulary vocabulary, CompetenceTagger tagger) {
    this.vocabulary = vocabulary;
    this.tagger = tagger;
    this.stored = new StoredMentions(vocabulary);
    for (Facet facet : Facet.values()) {
      facets.setMultiValued(facet.word(), true);
      facets.setIndexFieldName(facet.word(), values(facet));
    }
  }

  /** The analyzer for writing: by the language at the end of a field's name. */
  static Analyzer analyzer() {
    return new ByField();
  }

  /** Makes no analyzer of a language before a text is written in it. */
  private static final class ByField extends DelegatingAnalyzerWrapper {

    private final Analyzer ids = new WhitespaceAnalyzer();
    private final Map<String, Language> languages = new HashMap<>();

    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
      for (Language language : Language.values()) {
        languages.put(name(language), language);
        languages.put(prose(language), language);
        languages.put(rules(language), language);
      }
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return switch (field) {
        case WRITTEN -> TextAnalysis.writtenAnalyzer();
        case NAMES -> TextAnalysis.nameAnalyzer();
        default ->
            Optional.ofNullable(languages.get(field)).map(TextAnalysis::analyzer).orElse(ids);
      };
    }
  }

  /** The field of a facet's values as they are counted. */
  static String values(Facet facet) {
    return "$" + facet.word();
  }

  static String name(Language language) {
    return "name." + language.code();
  }

  static String prose(Language language) {
    return "prose." + language.code();
  }

  /** What says by what rules money is given, and is no prose to those who look for a subject. */
  static String rules(Language language) {
    return "rules." + language.code();
  }

  /** A whole name as it is compared. */
  static String called(String name) {
    return TextAnalysis.wholeName(name);
  }

  Document of(Entry entry) {
    Document document = new Document();
    String id = entry.id().toString();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new BinaryDocValuesField(BODY, new BytesRef(EntryJson.write(entry))));
    List<Mention> mentions = tagger.mentions(entry);
    entry.texts().forEach(text -> addText(document, text, entry, mentions));
    if (!hasEnglish(entry)) {
      document.add(new StringField(WITHOUT_ENGLISH, TRUE, Field.Store.NO));
    }
    document.add(new BinaryDocValuesField(MENTIONS, stored.written(entry, mentions)));
    addCompetences(document, mentions);
    addFacet(document, Facet.TYPE, entry.id().type().word());
    switch (entry) {
      case Cluster cluster -> addCluster(document, cluster);
      case Organisation organisation -> addOrganisation(document, organisation);
      case Call call -> addCall(document, call);
      case Opportunity opportunity -> addFacet(document, Facet.COUNTRY, opportunity.country());
    }
    document.getFields().stream()
        .filter(field -> field.fieldType().indexOptions().compareTo(IndexOptions.DOCS) > 0)
        .map(IndexableField::name)
        .distinct()
        .toList()
        .forEach(field -> document.add(new StringField(FIELDS, field, Field.Store.NO)));
    return build(document);
  }

  /** Whether an entry says anything in English besides its name. */
  static boolean hasEnglish(Entry entry) {
    return entry.texts().stream().anyMatch(text -> text.isProseIn(Language.EN));
  }

  private Document build(Document document) {
    try {
      return facets.build(document);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void addText(
      Document document, TextField text, Entry entry, List<Mention> mentions) {
    String words = TextAnalysis.onTheLine(text.text());
    addWords(document, WRITTEN, words);
    if (text.isName()) {
      for (String name : words.split(";")) {
        document.add(new StringField(CALLED, called(name), Field.Store.NO));
        // Accents do not count here as it is, but some write two letters for one.
        Stream.concat(Stream.of(name), Spellings.plain(name).stream().limit(1))
            .map(one -> new org.apache.lucene.document.TextField(NAMES, one, Field.Store.NO))
            .forEach(document::add);
      }
      BitSet competences = competencesOfTheName(mentions);
      for (Language language : entry.languages()) {
        document.add(
            entry instanceof Call
                ? title(language, words, competences)
                : new org.apache.lucene.document.TextField(name(language), words, Field.Store.NO));
      }
    } else {
      String field = text.isRule() ? rules(text.language()) : prose(text.language());
      addWords(document, field, words);
    }
  }

  private static void addWords(Document document, String field, String words) {
    if (!words.isBlank()) {
      document.add(new Field(field, words, OF_ANY_LENGTH));
    }
  }

  /** The name of a call, which says what it is about. */
  private static Field title(Language language, String words, BitSet competences) {
    return new org.apache.lucene.document.TextField(
        name(language), TitleWords.of(words, TextAnalysis.analyzer(language), competences));
  }

  private static BitSet competencesOfTheName(List<Mention> mentions) {
    BitSet competences = new BitSet();
    mentions.stream()
        .filter(mention -> mention.field().equals("name"))
        .forEach(mention -> competences.set(mention.start(), mention.end()));
    return competences;
  }

  /** Every mention counts for the competence and for all broader ones. */
  private void addCompetences(Document document, List<Mention> mentions) {
    Set<String> spoken = new HashSet<>();
    StringBuilder tokens = new StringBuilder();
    StringBuilder titled = new StringBuilder();
    for (Mention mention : mentions) {
      for (String id : vocabulary.broaderClosure(mention.competence())) {
        spoken.add(id);
        tokens.append(id).append(' ');
        if (mention.field().equals("name")) {
          titled.append(id).append(' ');
        }
      }
    }
    addWords(document, COMPETENCES, tokens.toString());
    addWords(document, TITLED, titled.toString());
    spoken.stream().sorted().forEach(id -> addFacet(document, Facet.COMPETENCE, id));
  }

  private static void addCluster(Document document, Cluster cluster) {
    addFacet(document, Facet.COUNTRY, cluster.identity().seat().country());
    cluster.ecosystems().forEach(one -> addFacet(document, Facet.ECOSYSTEM, one.id()));
    cluster
        .standing()
        .label()
        .ifPresent(label -> addFacet(document, Facet.LABEL, label.level().word()));
    List.copyOf(new HashSet<>(cluster.standing().networks())).stream()
        .sorted()
        .forEach(network -> addFacet(document, Facet.NETWORK, network));
  }

  private static void addOrganisation(Document document, Organisation organisation) {
    addFacet(document, Facet.COUNTRY, organisation.identity().seat().country());
    organisation.projects().stream()
        .flatMap(project -> project.topic().stream())
        .map(Facet.TOPIC::canonical)
        .distinct()
        .sorted()
        .forEach(topic -> addFacet(document, Facet.TOPIC, topic));
  }

  private static void addCall(Document document, Call call) {
    Stream.of(call.id().key(), call.identifier())
        .map(EntryDocument::called)
        .distinct()
        .forEach(one -> document.add(new StringField(IDENTIFIERS, one, Field.Store.NO)));
    addFacet(document, Facet.PROGRAMME, call.family().programme().toUpperCase(Locale.ROOT));
    Timetable timetable = call.timetable();
    if (timetable.flag() == CallStatus.CLOSED) {
      return;
    }
    document.add(new LongPoint(OPENS, opens(timetable)));
    if (timetable.deadlines().isEmpty()) {
      document.add(new StringField(ENDLESS, TRUE, Field.Store.NO));
    }
    for (Deadline deadline : timetable.deadlines()) {
      if (timetable.model() != DeadlineModel.TWO_STAGE || deadline.stage() == 1) {
        document.add(new LongPoint(DEADLINE, deadline.instant().toEpochMilli()));
      }
    }
  }

  private static long opens(Timetable timetable) {
    return timetable
        .opens()
        .map(day -> day.atStartOfDay(Deadline.BRUSSELS).toInstant().toEpochMilli())
        .orElse(timetable.flag() == CallStatus.OPEN ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  private static void addFacet(Document document, Facet facet, String value) {
    if (!value.isEmpty()) {
      document.add(new StringField(facet.word(), value, Field.Store.NO));
      document.add(new SortedSetDocValuesFacetField(facet.word(), value));
    }
  }
}
