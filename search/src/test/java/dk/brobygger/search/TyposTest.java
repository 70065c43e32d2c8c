package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.language.KnownWords;
import dk.brobygger.search.language.Spelling;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typos over the shipped sample: those a person might make, and many made by a program. */
class TyposTest {

  private static final Instant NOW = Sample.GATHERED.atStartOfDay(ZoneOffset.UTC).toInstant();

  private static final long SEED = 20_261_127;
  private static final int TYPOS = 1_000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzæøå";

  @TempDir static Path folder;

  private static Desk desk;
  private static Spelling spelling;

  @BeforeAll
  static void open() {
    desk = Desk.open(folder, NOW);
    spelling =
        new Spelling(KnownWords.shipped(), new IndexedTexts(desk.engine(), desk.vocabulary()));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Reading read(String typed, String... without) {
    return desk.read(typed, Set.of(without), NOW);
  }

  private static List<String> found(Reading reading) {
    return desk.engine().ask(Question.best(reading.query(), 20)).hits().stream()
        .map(Hit::entry)
        .map(entry -> entry.id().toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "havvidn, havvind",
    "fjernvrame, fjernvarme",
    "kunstig inteligens, kunstig intelligens",
    "fødevaresikkerhd, fødevaresikkerhed",
    "foedevaresikkerhed, fødevaresikkerhed",
    "fodevaresikkerhed, fødevaresikkerhed",
    "offshre wind, offshore wind",
    "cybersecurty, cybersecurity",
    "kustig intelligens, kunstig intelligens",
    "fjernvrame type:call, fjernvarme type:call",
  })
  void typo_findsWhatTheRightWordFinds_andSaysSo(String typed, String right) {
    Reading reading = read(typed);
    assertThat(found(reading)).isNotEmpty().isEqualTo(found(read(right)));
    Expansion correction = reading.expansions().getFirst();
    assertThat(correction.kind()).isEqualTo(Expansion.Kind.SPELLING);
    assertThat(correction.used()).isTrue();
    assertThat(typed.replace(correction.typed(), correction.added())).isEqualTo(right);
  }

  /** Who travels with a foreign keyboard still looks for craftsmen. */
  @ParameterizedTest
  @CsvSource({
    "ivaerksaettere, iværksættere",
    "haandvaerkere, håndværkere",
    "handvaerkere, håndværkere",
    "oekonomi, økonomi",
    "miljoe, miljø",
    "stoette, støtte",
    "stotte, støtte",
    "vaerktojer, værktøjer",
    "gron, grøn",
    "groen, grøn",
    "moller, møller",
    "boelge, bølge",
    "oekologi, økologi",
    "affaldsforbraending, affaldsforbrænding",
    "sundhedsteknologi for aeldre, sundhedsteknologi for ældre",
  })
  void danishWordInPlainLetters_findsWhatTheWordFinds_andSaysSo(String typed, String right) {
    typo_findsWhatTheRightWordFinds_andSaysSo(typed, right);
    assertThat(read(typed).query()).isEqualTo(read(right).query());
  }

  @Test
  void danishWordInPlainLetters_isLookedForAsItWasTyped_whereThatIsWished() {
    assertThat(read("moller", "møller").expansions())
        .containsExactly(new Expansion("moller", "møller", Expansion.Kind.SPELLING, false));
    assertThat(found(desk.readExactly("ivaerksaettere", NOW))).isEmpty();
  }

  /** Paint is not measuring, cards are not rides; boring and loans are foreign and short. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "maling",
        "kort",
        "land",
        "vand",
        "mode",
        "tal",
        "polen",
        "aarhus",
        "bioenergi",
        "klimaanlæg",
        "food",
        "goal",
        "solar",
        "boring",
        "boats",
        "port",
        "lan",
        "saas",
        "grise",
        "januar",
        "torsdag"
      })
  void wordInPlainLettersThatIsOne_keepsItsMeaning(String typed) {
    assertThat(read(typed).expansions()).noneMatch(one -> one.kind() == Expansion.Kind.SPELLING);
  }

  @Test
  void nameThatMayBeADanishWordInPlainLetters_isOnlyProposed() {
    Reading reading = read("Moller country:DK");
    assertThat(reading.expansions()).isEmpty();
    assertThat(reading.proposals()).contains("møller country:DK");
  }

  @Test
  void correction_isSwitchedOffForItsWordAlone() {
    Reading one = read("havvidn fjernvrame", "havvind");
    assertThat(one.expansions())
        .filteredOn(each -> each.kind() == Expansion.Kind.SPELLING)
        .containsExactly(
            new Expansion("havvidn", "havvind", Expansion.Kind.SPELLING, false),
            new Expansion("fjernvrame", "fjernvarme", Expansion.Kind.SPELLING, true));
    assertThat(one.expansions()).map(Expansion::added).contains("district-heating");
    assertThat(one.expansions()).map(Expansion::added).doesNotContain("offshore-wind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HORIZON-CL5-2026-D3-02",
        "horizon-cl5-2026-d3-02",
        "\"havvidn fjernvrame\"",
        "-havvidn",
        "network:havvidn",
        "Vestaz",
        "Siemans Gamesa",
        "havvidn2",
        "hvid",
        "info@havvidn.dk",
      })
  void identifierNamePhraseAndShortWord_areNotChanged(String typed) {
    assertThat(read(typed).expansions()).noneMatch(one -> one.kind() == Expansion.Kind.SPELLING);
  }

  @Test
  void nameThatMayBeATypo_isOnlyProposed() {
    Reading reading = read("Havvidn");
    assertThat(reading.expansions()).isEmpty();
    assertThat(reading.proposals()).contains("havvind");
    assertThat(read("Havvidn country:DE").proposals()).contains("havvind country:DE");
  }

  /** A network bears the word in its name. */
  @Test
  void wordThatFindsSomething_isOnlyDoubted() {
    Reading reading = read("maritime kluster");
    assertThat(reading.expansions()).noneMatch(one -> one.kind() == Expansion.Kind.SPELLING);
    assertThat(reading.proposals()).contains("maritime cluster");
  }

  @Test
  void wordsBegun_areCompletedByCompetencesClustersAndCalls() {
    assertThat(completed("havv")).contains("COMPETENCE havvind");
    assertThat(completed("Energy clus")).contains("CLUSTER Energy Cluster Denmark");
    assertThat(completed("fodevaresik")).contains("COMPETENCE fødevaresikkerhed");
    for (String plain : List.of("boelge", "groen", "oekologi", "foedevaresik", "fodevaresik")) {
      String danish = plain.replaceFirst("oe|(?<=f)o", "ø");
      assertThat(completed(plain)).isNotEmpty().isEqualTo(completed(danish));
    }
    assertThat(completed("cl")).anyMatch(one -> one.startsWith("CLUSTER "));
    assertThat(completed("offshore w"))
        .as("English, asked in Danish")
        .contains("COMPETENCE offshore wind");
    assertThat(completed("sustainab")).anyMatch(one -> one.startsWith("CALL "));
    assertThat(completed("cyber")).startsWith("COMPETENCE cybersikkerhed");
    assertThat(completed("havvind br")).contains("COMPETENCE havvind brint");
    assertThat(completed("h")).isEmpty();
    assertThat(completed("\" *")).isEmpty();
  }

  private static List<String> completed(String typed) {
    return desk.completer().complete(typed, Language.DA, NOW).stream()
        .map(one -> one.kind() + " " + one.text())
        .toList();
  }

  @Test
  void exactly_asksForTheWordsAsTheyAreAndNothingElse() {
    Reading exact = desk.readExactly("havvind", NOW);
    assertThat(exact.expansions()).isEmpty();
    assertThat(desk.readExactly("havvidn", NOW).proposals()).isEmpty();
    assertThat(found(desk.readExactly("havvidn", NOW))).isEmpty();
    List<Entry> entries =
        desk
            .engine()
            .ask(Question.best(desk.readExactly("turbines", NOW).query(), 200))
            .hits()
            .stream()
            .map(Hit::entry)
            .toList();
    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(entry ->
            assertThat(entry.texts())
                .anyMatch(text ->
                    text.text().toLowerCase(Locale.ROOT).matches("(?s).*\\bturbines\\b.*")));
    assertThat(found(desk.readExactly("turbines type:call", NOW)))
        .allMatch(id -> id.startsWith("call/"));
    assertThat(found(desk.readExactly("turbines -turbines", NOW))).isEmpty();
  }

  /** Nothing that is right may be changed: words of labels, of all entries, and of dictionaries. */
  @Test
  void wordThatIsRight_isNeverChanged() {
    Set<String> right = new TreeSet<>(labelWords());
    for (Entry entry : desk.store().entries()) {
      entry.texts().forEach(text -> add(right, text.text()));
    }
    List<String> changed =
        right.stream().filter(word -> spelling.of(word).surely().isPresent()).toList();
    System.out.printf(Locale.ROOT, "right words: %d, changed: %d%n", right.size(), changed.size());
    assertThat(right).hasSizeGreaterThan(10_000);
    assertThat(changed).isEmpty();
  }

  @Test
  void typoMadeByAProgram_isMostlyCorrectedToTheRightWord() {
    Random chance = new Random(SEED);
    List<String> words = new ArrayList<>(labelWords());
    int right = 0;
    int alike = 0;
    int left = 0;
    int made = 0;
    List<String> wrong = new ArrayList<>();
    while (made < TYPOS) {
      String word = words.get(chance.nextInt(words.size()));
      String typo = mistyped(word, chance);
      if (!typo.equals(word) && !words.contains(typo)) {
        made++;
        String meant = spelling.of(typo).surely().orElse(typo);
        if (meant.equals(word)) {
          right++;
        } else if (isAlike(meant, word)) {
          alike++;
        } else if (meant.equals(typo)) {
          left++;
        } else {
          wrong.add(typo + " for " + word + " became " + meant);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "typos: %d, right word: %.3f, another form of it: %.3f, left: %.3f, another word: %.3f%n",
        made,
        (double) right / made,
        (double) alike / made,
        (double) left / made,
        (double) wrong.size() / made);
    assertThat((double) right / made).as("of %s", wrong).isGreaterThan(0.8);
    assertThat((double) (right + alike) / made).isGreaterThan(0.85);
  }

  private static boolean isAlike(String one, String other) {
    return Language.OF_USERS.stream()
        .anyMatch(language ->
            TextAnalysis.words(one, language).stream()
                .map(TextAnalysis.Word::term)
                .toList()
                .equals(
                    TextAnalysis.words(other, language).stream()
                        .map(TextAnalysis.Word::term)
                        .toList()));
  }

  /** One letter more, less, other, or changed with its neighbour. */
  private static String mistyped(String word, Random chance) {
    int at = chance.nextInt(word.length());
    char letter = LETTERS.charAt(chance.nextInt(LETTERS.length()));
    StringBuilder typo = new StringBuilder(word);
    switch (chance.nextInt(4)) {
      case 0 -> typo.insert(at, letter);
      case 1 -> typo.deleteCharAt(at);
      case 2 -> typo.setCharAt(at, letter);
      default -> {
        int first = Math.min(at, word.length() - 2);
        typo.setCharAt(first, word.charAt(first + 1));
        typo.setCharAt(first + 1, word.charAt(first));
      }
    }
    return typo.toString();
  }

  /** The Danish and English words of five letters or more that labels hold. */
  private static Set<String> labelWords() {
    Set<String> words = new TreeSet<>();
    for (Competence competence : desk.vocabulary().competences()) {
      competence.labels().values().forEach(labels -> add(words, String.join(" ", labels)));
    }
    return words;
  }

  private static void add(Set<String> words, String text) {
    TextAnalysis.written(text).stream()
        .map(TextAnalysis.Word::term)
        .filter(word -> word.length() >= 5 && word.chars().allMatch(Character::isLetter))
        .forEach(words::add);
  }
}
