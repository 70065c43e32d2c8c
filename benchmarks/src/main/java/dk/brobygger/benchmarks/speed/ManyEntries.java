package dk.brobygger.benchmarks.speed;

import dk.brobygger.benchmarks.relevance.Project;
import dk.brobygger.benchmarks.standing.Crowd;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.indexer.source.DailySnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Very many entries made of real texts: the sample, the calls of one day, every organisation of
 * CORDIS with the projects it took part in, and for the rest clusters mixed of the sentences of the
 * sample's clusters and of projects.
 */
final class ManyEntries {

  /** Projects whose sentences are mixed; more would add few words. */
  private static final int MIXED_PROJECTS = 5_000;

  private ManyEntries() {}

  /**
   * So many entries, the same ones every time.
   *
   * @param data the shared data
   * @param many how many at least; those that are real all come
   */
  static List<Entry> of(Path data, int many) throws IOException {
    List<Project> projects = Project.all(data);
    List<Entry> entries = new ArrayList<>(Sample.entries());
    List<Cluster> mixed = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Cluster cluster) {
        mixed.add(cluster);
      }
    }
    entries.addAll(calls(data));
    entries.addAll(organisations(projects));
    projects.stream().limit(MIXED_PROJECTS).map(ManyEntries::cluster).forEach(mixed::add);
    entries.addAll(Crowd.of(mixed, Math.max(0, many - entries.size())));
    return entries;
  }

  private static List<Entry> calls(Path data) throws IOException {
    Path file = data.resolve("eu-calls/daily/2026-05-31.json.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return DailySnapshot.read(in).reading().entries();
    }
  }

  private static List<Entry> organisations(List<Project> projects) {
    Map<String, Project.Participant> who = new LinkedHashMap<>();
    Map<String, List<Project>> theirs = new LinkedHashMap<>();
    for (Project project : projects) {
      for (Project.Participant one : project.participants()) {
        who.putIfAbsent(one.id(), one);
        theirs.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(project);
      }
    }
    List<Entry> organisations = new ArrayList<>();
    theirs.forEach((id, some) ->
        Optional.ofNullable(who.get(id))
            .ifPresent(one -> organisations.add(organisation(one, some))));
    return organisations;
  }

  private static Organisation organisation(Project.Participant who, List<Project> projects) {
    return new Organisation(
        new EntryId(EntryType.ORGANISATION, "cordis-" + who.id()),
        Identity.of(who.name(), Seat.in(who.country().orElse("XX"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Texts.english(projects.getFirst().objective()),
        projects.stream()
            .filter(project -> !project.title().isBlank())
            .map(project ->
                new Participation(project.id(), project.title(), "participant", Optional.empty()))
            .toList(),
        Provenance.NONE);
  }

  /** A cluster that does what a project does. */
  private static Cluster cluster(Project project) {
    Project.Participant who = project.participants().getFirst();
    return new Cluster(
        new EntryId(EntryType.CLUSTER, "project-" + project.id()),
        Identity.of(project.title(), Seat.in(who.country().orElse("XX"))),
        Standing.UNKNOWN,
        Set.of(),
        Optional.empty(),
        new Strategy(
            Texts.english(project.objective()),
            Texts.english(project.title() + "; " + project.keywords()),
            Texts.english(project.topic().map(topic -> topic.title()).orElse(project.title())),
            List.of(),
            List.of()),
        Provenance.NONE);
  }
}
