package dk.brobygger.benchmarks.relevance;

import static java.util.Objects.requireNonNull;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tasks made of real projects: judged on those signed in one year, knowing those signed before it.
 */
final class TimeSplit {

  /** So many ideas narrow the intervals enough, and the weights for calls are learnt from them. */
  static final int IDEAS = 400;

  /** The weights for partners are learnt from more: those of 400 served other ideas less well. */
  static final int FOR_PARTNERS = 1_500;

  /** More of one topic (single-researcher grants by the hundred) would make it the whole task. */
  private static final int MOST_OF_A_TOPIC = 2;

  /** Who looks for partners looks for a consortium, and EU calls ask for three at least. */
  private static final int FEWEST_PARTNERS = 3;

  /** Fewer projects say little of an organisation; the greatest universities take part anywhere. */
  private static final int FEWEST_PROJECTS = 3;

  private static final int MOST_PROJECTS = 30;

  /** So many projects fill a profile. */
  private static final int PROFILE_PROJECTS = 6;

  static final long SEED = 2_024;

  private final List<Project> before = new ArrayList<>();
  private final List<Project> judged = new ArrayList<>();
  private final Map<String, String> topics = new LinkedHashMap<>();
  private final int year;

  /**
   * Reads the projects.
   *
   * @param data the folder that holds {@code cordis} and {@code eu-calls}
   * @param year the year to judge on
   */
  TimeSplit(Path data, int year) throws IOException {
    this.year = year;
    for (Project project : Project.all(data)) {
      if (project.year() < year) {
        before.add(project);
      } else if (project.year() == year) {
        judged.add(project);
      }
    }
    if (judged.isEmpty() || before.isEmpty()) {
      throw new IllegalArgumentException(
          "year is " + year + ", must be one with projects before it in " + data);
    }
    Collections.shuffle(judged, new Random(SEED));
    readTopics(data);
  }

  private void readTopics(Path data) throws IOException {
    Path published = data.resolve("eu-calls").resolve("horizon-topics-2021-2024.tsv");
    List<String> rows = Files.readAllLines(published, StandardCharsets.UTF_8);
    List<String> header = List.of(rows.getFirst().split("\t"));
    int code = header.indexOf("topicId");
    int title = header.indexOf("topicTitle");
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      topics.putIfAbsent(cells[code], cells[title]);
    }
    for (List<Project> some : List.of(before, judged)) {
      for (Project project : some) {
        project.topic().ifPresent(topic -> topics.putIfAbsent(topic.code(), topic.title()));
      }
    }
    topics.keySet().removeIf(one -> yearOf(one).orElse(0) > year);
  }

  private static OptionalInt yearOf(String code) {
    java.util.regex.Matcher found = java.util.regex.Pattern.compile("-(20\\d\\d)-").matcher(code);
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  private List<PastProject> history() {
    return before.stream().map(Project::past).toList();
  }

  private List<Candidate.OfCall> published() {
    List<Candidate.OfCall> published = new ArrayList<>();
    topics.forEach((code, title) -> published.add(new Candidate.OfCall(code, title, "")));
    return published;
  }

  /** From a project's idea to the topic it was granted under, by the topics' titles alone. */
  Task<Candidate.OfCall> calls() {
    Map<String, Integer> taken = new HashMap<>();
    List<Idea> ideas = new ArrayList<>();
    Map<String, Set<String>> right = new HashMap<>();
    for (Project project : judged) {
      Optional<String> code =
          project.topic().map(PastProject.Topic::code).filter(topics::containsKey);
      if (code.isPresent()
          && ideas.size() < IDEAS
          && taken.merge(code.get(), 1, Integer::sum) <= MOST_OF_A_TOPIC) {
        ideas.add(project.idea());
        right.put(project.id(), Set.of(code.get()));
      }
    }
    return new Task<>("project idea to its topic", published(), ideas, history(), right, Map.of());
  }

  /**
   * From an organisation, known by the titles of the projects it took part in, to the topics of
   * those it took part in later.
   */
  Task<Candidate.OfCall> organisations() {
    Map<String, List<Project>> past = new LinkedHashMap<>();
    before.forEach(project ->
        project
            .participants()
            .forEach(one -> past.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(project)));
    Map<String, Set<String>> later = new LinkedHashMap<>();
    for (Project project : judged) {
      Optional<String> code =
          project.topic().map(PastProject.Topic::code).filter(topics::containsKey);
      code.ifPresent(topic ->
          project
              .participants()
              .forEach(one -> later.computeIfAbsent(one.id(), id -> new HashSet<>()).add(topic)));
    }
    List<Idea> ideas = new ArrayList<>();
    later.keySet().stream()
        .filter(id -> past.getOrDefault(id, List.of()).size() >= FEWEST_PROJECTS)
        .filter(id -> past.getOrDefault(id, List.of()).size() <= MOST_PROJECTS)
        .limit(IDEAS)
        .forEach(id ->
            ideas.add(
                profile(
                    id,
                    past.getOrDefault(id, List.of()).stream().map(Project::title),
                    Optional.empty())));
    return new Task<>(
        "organisation to its later topics", published(), ideas, history(), later, Map.of());
  }

  private static Idea profile(String id, Stream<String> shown, Optional<String> country) {
    return new Idea(
        id,
        Language.EN,
        "",
        shown.collect(Collectors.joining("\n")),
        List.of(),
        country,
        Optional.of(id));
  }

  /**
   * From a project's idea and its lead to the others who carry it out, by what the projects they
   * took part in before say of themselves.
   *
   * @param most how many ideas at the most, drawn by lot
   */
  Task<Candidate.OfPartner> partners(int most) {
    Map<String, Candidate.OfPartner> candidates = candidates(any -> true);
    List<Idea> ideas = new ArrayList<>();
    Map<String, Set<String>> right = new HashMap<>();
    for (Project project : judged) {
      Optional<String> lead =
          project.lead().map(Project.Participant::id).filter(candidates::containsKey);
      Set<String> others = new HashSet<>();
      project.participants().forEach(one -> others.add(one.id()));
      others.retainAll(candidates.keySet());
      lead.ifPresent(others::remove);
      if (lead.isPresent() && others.size() >= FEWEST_PARTNERS && ideas.size() < most) {
        ideas.add(project.idea());
        right.put(project.id(), others);
      }
    }
    return task("idea and lead to its partners", candidates, ideas, right);
  }

  /** New are those that the one that asks had not met before. */
  private Task<Candidate.OfPartner> task(
      String name,
      Map<String, Candidate.OfPartner> candidates,
      List<Idea> ideas,
      Map<String, Set<String>> right) {
    Map<String, Set<String>> met = met(before);
    Map<String, Set<String>> fresh = new HashMap<>();
    for (Idea idea : ideas) {
      Set<String> unknown = new HashSet<>(right.getOrDefault(idea.id(), Set.of()));
      unknown.removeAll(met.getOrDefault(idea.organisation().orElse(""), Set.of()));
      fresh.put(idea.id(), unknown);
    }
    return new Task<>(name, List.copyOf(candidates.values()), ideas, history(), right, fresh);
  }

  /**
   * From an association, known by what its last projects say of themselves, to associations of
   * other countries that it worked with later.
   */
  Task<Candidate.OfPartner> allies() {
    Map<String, Candidate.OfPartner> candidates = candidates(Project.Participant::association);
    candidates.replaceAll((id, one) -> lately(one));
    Map<String, Set<String>> later = met(judged);
    List<Idea> ideas = new ArrayList<>();
    Map<String, Set<String>> right = new HashMap<>();
    List<Candidate.OfPartner> drawn = new ArrayList<>(candidates.values());
    Collections.shuffle(drawn, new Random(SEED));
    for (Candidate.OfPartner one : drawn) {
      Set<String> allies = new HashSet<>(later.getOrDefault(one.id(), Set.of()));
      allies.removeIf(
          id -> !candidates.containsKey(id) || isAtHome(one, requireNonNull(candidates.get(id))));
      if (!allies.isEmpty() && ideas.size() < IDEAS) {
        ideas.add(
            profile(
                one.id(), one.competences().stream().map(Candidate.Shown::text), one.country()));
        right.put(one.id(), allies);
      }
    }
    return task("association to its allies abroad", candidates, ideas, right);
  }

  private static boolean isAtHome(Candidate.OfPartner one, Candidate.OfPartner other) {
    return one.id().equals(other.id()) || one.country().equals(other.country());
  }

  /** As much as a profile says; some took part in hundreds of projects. */
  private static Candidate.OfPartner lately(Candidate.OfPartner one) {
    int all = one.competences().size();
    return new Candidate.OfPartner(
        one.id(),
        one.name(),
        one.country(),
        one.city(),
        one.competences().subList(Math.max(0, all - PROFILE_PROJECTS), all));
  }

  /** All that took part before and are of a kind, with what their projects say of themselves. */
  private Map<String, Candidate.OfPartner> candidates(Predicate<Project.Participant> kind) {
    Map<String, Project.Participant> who = new LinkedHashMap<>();
    Map<String, List<Candidate.Shown>> shown = new HashMap<>();
    for (Project project : before) {
      for (Project.Participant one : project.participants().stream().filter(kind).toList()) {
        who.putIfAbsent(one.id(), one);
        shown
            .computeIfAbsent(one.id(), id -> new ArrayList<>())
            .add(new Candidate.Shown(project.description(), Optional.of(project.id())));
      }
    }
    Map<String, Candidate.OfPartner> candidates = new LinkedHashMap<>();
    who.forEach((id, one) ->
        candidates.put(
            id,
            new Candidate.OfPartner(
                id, one.name(), one.country(), one.city(), shown.getOrDefault(id, List.of()))));
    return candidates;
  }

  private static Map<String, Set<String>> met(List<Project> projects) {
    Map<String, Set<String>> met = new HashMap<>();
    for (Project project : projects) {
      Set<String> all = new HashSet<>();
      project.participants().forEach(one -> all.add(one.id()));
      all.forEach(id -> met.computeIfAbsent(id, one -> new HashSet<>()).addAll(all));
    }
    return met;
  }
}
