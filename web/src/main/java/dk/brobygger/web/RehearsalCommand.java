package dk.brobygger.web;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.web.account.Frequency;
import dk.brobygger.web.account.Subscribers;
import dk.brobygger.web.account.Wishes;
import dk.brobygger.web.mail.MailSettings;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * A short life of the server: it starts on a folder of its own, is asked for each kind of page, and
 * stops; then one subscriber gets a digest. The launcher runs it once after a build and lets the
 * JVM make its cache of classes from it (<a href="https://openjdk.org/jeps/514">JEP 514</a>).
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Serves each kind of page once from a folder of its own, and writes one digest.",
    mixinStandardHelpOptions = true)
final class RehearsalCommand implements Callable<Integer> {

  private static final List<String> ASKED =
      List.of(
          "/",
          "/?q=havvind",
          "/?q=havvidn",
          "/clusters",
          "/cluster/energy-cluster-denmark",
          "/cluster/energy-cluster-denmark/partners",
          "/cluster/energy-cluster-denmark/calls",
          "/api/v1/matches/calls?cluster=cluster/energy-cluster-denmark");

  private final Clock clock;

  RehearsalCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("brobygger");
    try {
      serve(folder);
      return digest(folder);
    } finally {
      delete(folder);
    }
  }

  private void serve(Path folder) throws IOException {
    try (Desk desk = Desk.open(folder, clock.instant())) {
      subscribe(desk);
      Press press = new Press(desk.vocabulary(), desk.tagger(), clock);
      StaffDoor door = StaffDoor.of(folder, press, clock);
      Javalin server =
          Web.server(folder, desk, door, press, MailSettings.NONE, clock).start("127.0.0.1", 0);
      try {
        for (String path : ASKED) {
          ask(URI.create("http://127.0.0.1:" + server.port() + path));
        }
      } finally {
        server.stop();
      }
    }
  }

  private void subscribe(Desk desk) {
    Subscribers subscribers = new Subscribers(desk.store().database());
    Wishes wishes =
        new Wishes(
            Language.DA,
            Optional.of(EntryId.of("cluster/energy-cluster-denmark")),
            Frequency.DAILY,
            Set.of(),
            Optional.empty(),
            Wishes.USUAL.most(),
            false,
            false);
    subscribers
        .ask("reader@example.org", wishes, clock.instant())
        .ifPresent(one -> subscribers.confirm(one.id(), Sample.GATHERED));
  }

  /** The whole sample is new on the day it was gathered. */
  private int digest(Path folder) {
    Clock then =
        Clock.fixed(Sample.GATHERED.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    return new CommandLine(new DigestCommand(then))
        .setOut(new PrintWriter(Writer.nullWriter()))
        .execute("--send", "--on", Sample.GATHERED.toString(), "--data", folder.toString());
  }

  private static void ask(URI address) throws IOException {
    try (InputStream answer = address.toURL().openStream()) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
