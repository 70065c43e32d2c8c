package dk.brobygger.indexer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.Extraction;
import dk.brobygger.indexer.extract.Extraction.Extracted;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.PageJson;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that shows what is read from one document: {@code extract}. */
@Command(
    name = "extract",
    description =
        "Reads one page or document and shows the entries in it, with the words of each fact.",
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  /** A host that is nobody's (RFC 2606, section 2). */
  private static final String NOBODYS = "file.invalid";

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|URL",
      description = "an HTML, PDF, Office, RTF, mail or text file, or where one is on the web")
  private String file;

  @Option(names = "--json", description = "the page and its entries as one JSON object")
  private boolean json;

  @Option(
      names = "--address",
      description = "where the file was read; else what the page says, or file.invalid")
  private Optional<URI> address = Optional.empty();

  @Option(names = "--read", description = "the day it was read; today if not given")
  private Optional<LocalDate> read = Optional.empty();

  @Option(
      names = "--data",
      defaultValue = "data",
      description =
          "folder of the crawl.properties that say who fetches a URL, with contact=mailto:..."
              + " (${DEFAULT-VALUE})")
  private Path data;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  ExtractCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Page page = page();
    LocalDate day = read.orElseGet(() -> Deadline.day(clock.instant()));
    Extracted extracted = Extraction.with(Vocabulary.shipped()).read(page, day);
    if (json) {
      out().println(json(page, extracted).toPrettyString());
    } else {
      show(page, extracted);
    }
    return 0;
  }

  private Page page() throws IOException {
    try (PageReader reader = PageReader.open()) {
      return switch (reader.read(document())) {
        case PageOutcome.Read readPage -> located(readPage.page());
        case PageOutcome.Unreadable failed ->
            throw new IllegalArgumentException(
                "cannot read "
                    + file
                    + " ("
                    + failed.mediaType()
                    + "): "
                    + failed.cause().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + ", "
                    + failed.reason());
      };
    }
  }

  private Document document() throws IOException {
    if (file.matches("(?i)https?://.*")) {
      if (address.isPresent()) {
        throw new IllegalArgumentException(
            "--address is \"" + address.get() + "\", must be given for a file only");
      }
      return fetched(PageAddress.of(file));
    }
    address.ifPresent(ExtractCommand::check);
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new IllegalArgumentException("cannot read " + file + ": must be a readable file");
    }
    if (Files.size(path) > PageReader.MOST_BYTES) {
      throw new IllegalArgumentException(
          file + " has " + Files.size(path) + " bytes, must have at most " + PageReader.MOST_BYTES);
    }
    return new Document(
        address.orElseGet(() -> unknown(path)), Optional.empty(), Files.readAllBytes(path));
  }

  private Document fetched(PageAddress page) {
    CrawlSettings settings = CrawlSettings.read(data);
    Limits limits = new Limits(Limits.USUAL.bytes(), settings.time());
    AddressGuard guard = new AddressGuard(settings.permit());
    try (Fetcher fetcher = new Fetcher(settings.userAgent(), guard, limits)) {
      FetchOutcome.Fetched found = new OnePage(fetcher).fetch(page);
      Optional<String> type = Optional.of(found.type()).filter(one -> !one.isBlank());
      return new Document(found.address().uri(), type, found.body());
    }
  }

  private static void check(URI given) {
    if (!given.toString().matches("(?i)https?://[^/]+.*")) {
      throw new IllegalArgumentException(
          "--address is \"" + given + "\", must be an http or https address");
    }
  }

  /** A claim needs an address. */
  private static URI unknown(Path path) {
    String name = path.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
    return URI.create("http://" + NOBODYS + "/" + name);
  }

  /** A page that says its own address was read there, unless another was given. */
  private Page located(Page page) {
    return address.isPresent() || !page.address().toString().contains(NOBODYS)
        ? page
        : page.property("canonical")
            .or(() -> page.property("og:url"))
            .filter(own -> own.value().matches("https?://[A-Za-z0-9.-]+(:\\d+)?(/[!-~]*)?"))
            .map(own -> page.at(URI.create(own.value())))
            .orElse(page);
  }

  private static ObjectNode json(Page page, Extracted extracted) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.set("page", PageJson.of(page));
    ArrayNode array = out.putArray("entries");
    extracted.entries().forEach(entry -> array.add(EntryJson.tree(entry)));
    if (extracted.entries().isEmpty()) {
      out.put("noEntry", "it " + lack(extracted));
    }
    return out;
  }

  private static String lack(Extracted extracted) {
    return extracted.lack().orElse("is neither about a call nor about a cluster");
  }

  private void show(Page page, Extracted extracted) {
    out().println(page.title().orElse("(no title)") + " · " + page.mediaType());
    out().println(page.language().orElse("?") + " · " + page.text().length() + " characters");
    for (Entry entry : extracted.entries()) {
      out().println(entry.id() + " · " + entry.name());
      for (Claim claim : entry.provenance().claims()) {
        String words = claim.words().orElse("").replaceAll("\\s+", " ");
        out().println("  " + String.join(", ", claim.fields()) + ": “" + words + "”");
      }
    }
    if (extracted.entries().isEmpty()) {
      out().println("no entry: it " + lack(extracted));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
