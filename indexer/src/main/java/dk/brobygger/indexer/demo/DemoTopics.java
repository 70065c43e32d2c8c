package dk.brobygger.indexer.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Programme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a made-up portal shows on the days of a demonstration: the topics of the shipped sample that
 * are open, with {@code DEMO-} before their identifiers, so that nobody takes them for real ones.
 */
public final class DemoTopics {

  /** The last day. */
  public static final int DAYS = 5;

  /** The topic that is shown from the second day on. */
  private static final int NEW = 0;

  /** The topic whose deadline moves by two weeks on the third day. */
  private static final int MOVED = 1;

  /** The topic that is missing on the third day alone. */
  private static final int FLICKERING = 2;

  /** The topic that is missing from the third day on. */
  private static final int GONE = 3;

  private final List<Call> topics;

  /** The topics that can be applied for at a moment. */
  public DemoTopics(Instant now) {
    topics =
        Sample.entries().stream()
            .flatMap(entry -> entry instanceof Call call ? Stream.of(call) : Stream.empty())
            .filter(call -> call.kind() == CallKind.TOPIC)
            .filter(call -> call.timetable().status(now) != CallStatus.CLOSED)
            .filter(call -> !call.timetable().deadlines().isEmpty())
            .filter(call -> code(call).isPresent())
            .toList();
  }

  /**
   * The rows of a day.
   *
   * @param day 1 to {@link #DAYS}
   */
  public List<ObjectNode> on(int day) {
    return Stream.iterate(0, topic -> topic + 1)
        .limit(topics.size())
        .filter(topic -> isShown(topic, day))
        .map(topic -> row(topics.get(topic), topic == MOVED && day >= 3 ? 14 : 0))
        .toList();
  }

  private static boolean isShown(int topic, int day) {
    return switch (topic) {
      case NEW -> day >= 2;
      case FLICKERING -> day != 3;
      case GONE -> day < 3;
      default -> true;
    };
  }

  private static Optional<String> code(Call call) {
    return Programme.ALL.stream()
        .filter(programme -> programme.id().equals(call.family().programme()))
        .findFirst()
        .flatMap(Programme::portalCode);
  }

  private static ObjectNode row(Call call, int later) {
    String identifier = "DEMO-" + call.identifier();
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("DATASOURCE", List.of("SEDIA"));
    fields.put("type", List.of("1"));
    fields.put("status", List.of("31094502"));
    fields.put("identifier", List.of(identifier));
    fields.put("title", List.of(call.name()));
    fields.put("frameworkProgramme", List.of(code(call).orElseThrow()));
    call.terms().actionType().ifPresent(type -> fields.put("typesOfAction", List.of(type)));
    fields.put(
        "deadlineDate",
        call.timetable().deadlines().stream()
            .map(Deadline::at)
            .map(at -> at.plusDays(later) + ":00.000+0000")
            .toList());
    return FakePortal.row(identifier + "TOPICSen", fields);
  }
}
