package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The topics of Horizon Europe that paid for the projects that have been read so far. CORDIS tells
 * their titles and no more, which is enough to say which of them a call is like.
 */
final class CordisTopics {

  private static final String PROGRAMME = "HORIZON";

  private final LocalDate day;
  private final Map<String, String> titles = new TreeMap<>();
  private final Map<String, CordisProject> paidFor = new TreeMap<>();

  /** Those of no project yet. */
  CordisTopics(LocalDate day) {
    this.day = day;
  }

  /** Notes the topic of a project; of the projects of one topic the first is its source. */
  void take(CordisProject project) {
    project.topic().ifPresent(topic -> paidFor.putIfAbsent(topic, project));
  }

  /** Notes what a topic is called. */
  void name(String topic, String title) {
    titles.putIfAbsent(topic, title);
  }

  /** All topics that have paid for a project and have a title, as closed calls. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    paidFor.forEach((topic, project) ->
        Optional.ofNullable(titles.get(topic))
            .filter(title -> topic.startsWith(PROGRAMME + "-"))
            .ifPresent(title -> entries.add(call(topic, title, project))));
    return entries;
  }

  /** CORDIS does not say that a topic has closed, so nothing is claimed of its status. */
  private Call call(String topic, String title, CordisProject project) {
    return new Call(
        PortalCall.id(CallKind.TOPIC, topic, ""),
        CallKind.TOPIC,
        topic,
        title,
        new CallFamily(PROGRAMME, Optional.empty(), Optional.empty(), Optional.empty()),
        Texts.NONE,
        new Timetable(CallStatus.CLOSED, Optional.empty(), DeadlineModel.SINGLE_STAGE, List.of()),
        Terms.UNKNOWN,
        List.of(),
        Optional.empty(),
        Provenance.of(
            new Claim(
                List.of("identifier", "name", "programme"),
                Optional.empty(),
                project.page(),
                day)));
  }
}
