package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Programme;
import dk.brobygger.indexer.page.Block;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.Part;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the page of one call: a topic of the EU, or a national or Nordic scheme. */
final class CallPage {

  private static final Pattern CALL =
      Pattern.compile(
          "(?iu)call for proposals|expected outcome|type of action|open call|apply for (?:funding|a"
              + " grant|support)|funding (?:programme|opportunity|scheme)|grants?"
              + " (?:are|is|of|for)|eligib|ansøgningsfrist|søge"
              + " (?:støtte|tilskud|midler)|puljen|pulje|tilskud"
              + " til|støtteordning|opslag|ansøgning");

  /** On pages of the portal the topic stands in the address. */
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?i)topic-?details/(?<id>[a-z0-9][a-z0-9_/-]+?)(?:\\.json|/)?$");

  private static final int LONGEST_NAME = 300;

  /** A document with more topics than this is a work programme, not the page of one call. */
  private static final int MOST_TOPICS = 8;

  private final Page page;
  private final String text;
  private final LocalDate day;
  private final Claims claims;
  private final NavigableMap<Integer, Block> blocks = new TreeMap<>();
  private final Optional<Found<String>> topic;

  private CallPage(Page page, LocalDate day) {
    this.page = page;
    this.text =
        page.blocks().stream()
            .map(block -> block.isMain() ? block.text() : " ".repeat(block.text().length()))
            .collect(Collectors.joining("\n"));
    this.day = day;
    this.claims = new Claims(page.text(), page.address(), day);
    page.blocks().forEach(block -> blocks.put(block.start(), block));
    this.topic = topic();
  }

  /** The call, where the page is about one. */
  static Optional<Call> read(Page page, LocalDate day) {
    CallPage call = new CallPage(page, day);
    List<Found<Deadline>> deadlines = Deadlines.of(call.text);
    Set<String> cues = new LinkedHashSet<>();
    Matcher cue = CALL.matcher(call.text);
    while (cue.find()) {
      cues.add(cue.group().toLowerCase(Locale.ROOT));
    }
    boolean about =
        call.topic.isPresent()
            ? !cues.isEmpty() || !deadlines.isEmpty()
            : !deadlines.isEmpty() && cues.size() >= 2;
    return about && !call.isWorkProgramme()
        ? call.title().map(title -> call.call(title, deadlines))
        : Optional.empty();
  }

  /** The identifier in the address, the title, a heading, or a line that begins with it. */
  private Optional<Found<String>> topic() {
    Matcher address = IN_ADDRESS.matcher(page.address().toString());
    String wanted = address.find() ? address.group("id").toUpperCase(Locale.ROOT) : "";
    Matcher matcher = Money.TOPIC.matcher(page.text());
    Optional<Found<String>> first = Optional.empty();
    while (matcher.find()) {
      Found<String> found = new Found<>(matcher.group(), matcher.start(), matcher.end());
      if (matcher.group().equalsIgnoreCase(wanted)) {
        return Optional.of(found);
      }
      if (first.isEmpty() && isKnownProgramme(found.value()) && isProminent(found)) {
        first = Optional.of(found);
      }
    }
    return first;
  }

  private boolean isWorkProgramme() {
    return Money.TOPIC
            .matcher(text)
            .results()
            .map(one -> one.group())
            .filter(CallPage::isKnownProgramme)
            .distinct()
            .count()
        > MOST_TOPICS;
  }

  private static boolean isKnownProgramme(String identifier) {
    return Programme.of(identifier.replaceFirst("-.*", "")).isPresent();
  }

  private boolean isProminent(Found<String> found) {
    return Optional.ofNullable(blocks.floorEntry(found.start()))
        .map(Map.Entry::getValue)
        .filter(block -> found.end() <= block.end())
        .filter(block ->
            block.part() == Part.HEADING
                || block.part() == Part.ABOUT
                || found.start() - block.start() < 40)
        .isPresent();
  }

  private Optional<Found<String>> title() {
    return page.blocks().stream()
        .filter(block -> block.part() == Part.HEADING && block.text().length() <= LONGEST_NAME)
        .findFirst()
        .map(Names::found)
        .or(() -> page.property("title").map(Names::found))
        .or(() -> page.blocks().stream().filter(Block::isMain).findFirst().map(Names::found))
        .map(CallPage::firstLine);
  }

  private static Found<String> firstLine(Found<String> title) {
    String line = title.value().lines().findFirst().orElse(title.value());
    String name = line.substring(0, Math.min(LONGEST_NAME, line.length()));
    return new Found<>(name, title.start(), title.start() + name.length());
  }

  private Call call(Found<String> title, List<Found<Deadline>> deadlines) {
    String name = claims.take("name", title);
    String identifier = claims.take("identifier", topic).orElseGet(this::ownIdentifier);
    String programme = programme(identifier);
    Timetable timetable = timetable(deadlines);
    Terms terms = terms(identifier);
    Call call =
        new Call(
            new EntryId(EntryType.CALL, identifier),
            kind(programme),
            identifier,
            name,
            new CallFamily(programme, Optional.empty(), Optional.empty(), Optional.empty()),
            prose(),
            timetable,
            terms,
            List.of(),
            site(),
            Provenance.NONE);
    return call.withProvenance(claims.provenance());
  }

  private Optional<URI> site() {
    return Optional.of(page.address());
  }

  /** A scheme without identifier is known by its address: host and path, as a key. */
  private String ownIdentifier() {
    String key = Names.key(page.address().getHost() + " " + page.address().getPath());
    return key.substring(0, Math.min(EntryId.LONGEST_KEY, key.length()));
  }

  private String programme(String identifier) {
    Optional<String> prefix =
        topic.flatMap(any -> Programme.of(identifier.replaceFirst("-.*", ""))).map(Programme::id);
    return prefix.or(this::programmeNamed).orElseGet(this::national);
  }

  private Optional<String> programmeNamed() {
    for (Programme programme : Programme.ALL) {
      for (String name : List.of(programme.english(), programme.danish())) {
        int place = text.indexOf(name);
        if (place >= 0) {
          return Optional.of(
              claims.take("programme", new Found<>(programme.id(), place, place + name.length())));
        }
      }
    }
    return Optional.empty();
  }

  /** A scheme that names no programme is Denmark's on a Danish page, and unknown elsewhere. */
  private String national() {
    return page.language().filter("da"::equals).isPresent() ? "DK" : "unknown";
  }

  private CallKind kind(String programme) {
    return topic.isPresent()
        ? CallKind.TOPIC
        : Set.of("DK", "NORDIC", "INTERREG", "EUROSTARS", "unknown").contains(programme)
            ? CallKind.NATIONAL
            : CallKind.TOPIC;
  }

  private Timetable timetable(List<Found<Deadline>> found) {
    Optional<DeadlineModel> model = Deadlines.model(text, found);
    List<Deadline> deadlines = claims.takeAll("deadlines", found);
    Optional<LocalDate> opens = claims.take("opens", Deadlines.opening(text));
    boolean later = opens.filter(first -> first.isAfter(day)).isPresent();
    return new Timetable(
        later ? CallStatus.FORTHCOMING : CallStatus.OPEN,
        opens,
        model.orElse(DeadlineModel.SINGLE_STAGE),
        deadlines);
  }

  private Terms terms(String identifier) {
    CallText read = CallText.of(text, identifier, claims);
    return new Terms(
        actionType(),
        Texts.NONE,
        read.budget(),
        read.readiness(),
        read.countries(),
        read.consortium(),
        read.roles());
  }

  private Optional<String> actionType() {
    Matcher type =
        Pattern.compile("(?i)(?:types? of action|action type)\\s*[:|]\\s*(?<type>[^\\n|]{3,80})")
            .matcher(text);
    return type.find()
        ? claims.take(
            "actionType",
            Optional.of(
                new Found<>(type.group("type").strip(), type.start("type"), type.end("type"))))
        : Optional.empty();
  }

  /** The main text, each language apart. */
  private Texts prose() {
    Map<Language, List<String>> lines = new EnumMap<>(Language.class);
    for (Block block : page.blocks()) {
      if (block.isMain() && block.part() != Part.ROW) {
        Strategies.language(page, block)
            .ifPresent(language ->
                lines.computeIfAbsent(language, any -> new ArrayList<>()).add(block.text()));
      }
    }
    page.blocks().stream()
        .filter(
            block -> block.part() == Part.PARAGRAPH && Strategies.language(page, block).isPresent())
        .max(Comparator.comparingInt(block -> block.text().length()))
        .ifPresent(block -> claims.take("text", Names.found(block)));
    Map<Language, String> texts = new EnumMap<>(Language.class);
    lines.forEach((language, blocks) -> texts.put(language, String.join("\n", blocks)));
    return new Texts(texts);
  }
}
