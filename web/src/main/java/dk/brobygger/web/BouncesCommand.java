package dk.brobygger.web;

import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.web.account.Subscribers;
import dk.brobygger.web.account.Wishes;
import dk.brobygger.web.mail.Bounce;
import dk.brobygger.web.mail.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes down which mails came back. */
@Command(
    name = "bounces",
    description = {
      "Reads reports of mails that could not be delivered (RFC 3464).",
      "Who cannot be reached for good is written to no more; again changes nothing."
    },
    mixinStandardHelpOptions = true)
final class BouncesCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "a mail, or a folder of mails such as the new of a maildir")
  private List<Path> files;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  BouncesCommand(Clock clock) {
    this.clock = clock;
  }

  /** Reads all, also after one that cannot be read. */
  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new IllegalArgumentException("data is " + data + ", must be a data folder");
    }
    LocalDate today = Wishes.day(clock.instant());
    boolean all = true;
    try (EntryStore store = EntryStore.open(data)) {
      Outbox outbox = new Outbox(store.database());
      Subscribers subscribers = new Subscribers(store.database());
      for (Path file : files) {
        for (Path mail : mails(file)) {
          all &= read(mail, outbox, subscribers, today);
        }
      }
    }
    return all ? 0 : 2;
  }

  private static List<Path> mails(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return List.of(file);
    }
    try (Stream<Path> mails = Files.list(file)) {
      return mails.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private boolean read(Path mail, Outbox outbox, Subscribers subscribers, LocalDate today) {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isRegularFile(mail)) {
      err.println("brobygger: there is no file " + mail);
      return false;
    }
    try (InputStream in = Files.newInputStream(mail)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(mail + ": " + said(outbox.bounced(Bounce.read(in), subscribers, today)));
      out.flush();
      return true;
    } catch (IllegalArgumentException | IOException e) {
      err.println("brobygger: " + mail + ": " + e.getMessage());
      return false;
    }
  }

  private static String said(Outbox.Heard heard) {
    return switch (heard) {
      case SUPPRESSED -> "cannot be reached for good, is written to no more";
      case NOTED -> "could not be reached for now, noted";
      case KNOWN -> "was known already";
      case STRANGER -> "is not about a mail that was sent from here to that address, ignored";
    };
  }
}
