package dk.brobygger.benchmarks;

import dk.brobygger.benchmarks.bridge.BridgeQuality;
import dk.brobygger.benchmarks.crawl.CrawlSpeed;
import dk.brobygger.benchmarks.delegation.PlanTrials;
import dk.brobygger.benchmarks.relevance.Coverage;
import dk.brobygger.benchmarks.relevance.Evaluation;
import dk.brobygger.benchmarks.relevance.Learning;
import dk.brobygger.benchmarks.relevance.SignalWorth;
import dk.brobygger.benchmarks.speed.ManySpeed;
import dk.brobygger.benchmarks.standing.StandingSpeed;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.sentence.SentenceModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line of measuring: {@code rank} of {@link RankCommand}, {@code evaluate}, {@code
 * learn}, {@code worth}, {@code coverage}, {@code standing}, {@code speed} and {@code crawl-speed}.
 */
@Command(
    name = "brobygger",
    description = "Ranks in batches and measures the ranking.",
    subcommands = RankCommand.class,
    mixinStandardHelpOptions = true)
public final class Benchmarks {

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  Benchmarks() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    CommandLines.run(new Benchmarks(), arguments);
  }

  /** Where the real data lie. */
  static final class RealData {
    @Option(
        names = "--real",
        defaultValue = "../shared/data",
        description = "folder of real data (${DEFAULT-VALUE})")
    private Path folder = Path.of("..", "shared", "data");
  }

  /** A model that says which texts mean nearly the same. */
  static final class Sentences {
    @Option(
        names = "--sentence-model",
        description =
            "folder of a sentence encoder (model.onnx, tokenizer.json); ranks calls by"
                + " what they mean, too")
    private Optional<Path> folder = Optional.empty();

    /** Refuses a model, where none is used. */
    void refuse() {
      folder.ifPresent(named -> {
        throw new IllegalArgumentException(
            "sentence-model is "
                + named
                + ", must not be given for partners, who are ranked without");
      });
    }

    /** Opens the model, where one is named, for as long as something is done with it. */
    void during(Doing doing) throws IOException {
      if (folder.isEmpty()) {
        doing.with(Optional.empty());
      } else {
        try (SentenceModel model = SentenceModel.open(folder.get())) {
          doing.with(Optional.of(model));
        }
      }
    }
  }

  /** What is done with a model, or without one. */
  interface Doing {
    void with(Optional<SentenceModel> model) throws IOException;
  }

  /** What can be ranked. */
  enum Wanted {
    calls,
    partners
  }

  @Command(
      description = "Measures how fast it is told whom calls concern, beside Lucene's Monitor.",
      mixinStandardHelpOptions = true)
  int standing(
      @Option(
              names = "--data",
              defaultValue = "../shared/data",
              description = "the shared data (${DEFAULT-VALUE})")
          Path data,
      @Option(
              names = "--profiles",
              defaultValue = "10000",
              description = "how many profiles (${DEFAULT-VALUE})")
          int profiles,
      @Option(names = "--digests", description = "make the digests of a day, too") boolean digests)
      throws IOException {
    if (profiles < 1 || profiles > 1_000_000) {
      throw new IllegalArgumentException("profiles is " + profiles + ", must be 1 to 1000000");
    }
    StandingSpeed.run(
        data,
        profiles,
        digests,
        Optional.ofNullable(System.getProperty("brobygger.launcher")).map(Path::of),
        spec.commandLine().getOut());
    return 0;
  }

  @Command(
      description = "Measures how fast very many entries are matched, searched and indexed.",
      mixinStandardHelpOptions = true)
  int speed(
      @Mixin RealData real,
      @Option(
              names = "--entries",
              defaultValue = "100000",
              description = "how many at least (${DEFAULT-VALUE})")
          int entries,
      @Option(
              names = "--data",
              description = "keep the data folder here, and take it from here if it is there")
          Optional<Path> data)
      throws IOException {
    if (entries < 1 || entries > 1_000_000) {
      throw new IllegalArgumentException("entries is " + entries + ", must be 1 to 1000000");
    }
    ManySpeed.run(real.folder, entries, data, spec.commandLine().getOut());
    return 0;
  }

  @Command(
      name = "crawl-speed",
      description = "Measures pages a second on sites of this machine, beside Scrapy.",
      mixinStandardHelpOptions = true)
  int crawlSpeed(
      @Option(names = "--hosts", defaultValue = "50", description = "sites (${DEFAULT-VALUE})")
          int hosts,
      @Option(
              names = "--pages",
              defaultValue = "100",
              description = "pages of each site (${DEFAULT-VALUE})")
          int pages,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "how often each is measured (${DEFAULT-VALUE})")
          int rounds)
      throws IOException {
    if (hosts < 1 || hosts > 250 || pages < 1 || pages > 9_999 || rounds < 1) {
      throw new IllegalArgumentException(
          "hosts is "
              + hosts
              + ", pages is "
              + pages
              + " and rounds is "
              + rounds
              + ", must be 1 to 250, 1 to 9999 and positive");
    }
    Path launcher =
        Optional.ofNullable(System.getProperty("brobygger.launcher"))
            .map(Path::of)
            .orElseThrow(() ->
                new IllegalStateException("cannot crawl: start me as ./brobygger crawl-speed"));
    CrawlSpeed.run(launcher, hosts, pages, rounds, spec.commandLine().getOut());
    return 0;
  }

  @Command(
      description = "Prints the ranking beside plain BM25 on real projects of one year.",
      mixinStandardHelpOptions = true)
  int evaluate(
      @Mixin RealData real,
      @Option(
              names = "--year",
              defaultValue = "2024",
              description = "the year judged on (${DEFAULT-VALUE})")
          int year,
      @Option(
              names = "--settings",
              description = "ask OpenSearch and PostgreSQL in all settings tried, and nobody else")
          boolean settings,
      @Mixin Sentences sentences)
      throws IOException {
    sentences.during(
        model -> Evaluation.run(real.folder, year, settings, model, spec.commandLine().getOut()));
    return 0;
  }

  @Command(
      description = "Learns the weights of the ranking on real projects of one year.",
      mixinStandardHelpOptions = true)
  int learn(
      @Mixin RealData real,
      @Option(
              names = "--year",
              defaultValue = "2023",
              description = "the year learnt from (${DEFAULT-VALUE})")
          int year,
      @Mixin Sentences sentences)
      throws IOException {
    sentences.during(model -> Learning.run(real.folder, year, model, spec.commandLine().getOut()));
    return 0;
  }

  @Command(
      description = "Prints what each signal is worth, by leaving it out.",
      mixinStandardHelpOptions = true)
  int worth(
      @Parameters(
              paramLabel = "calls|partners",
              defaultValue = "calls",
              description = "whose signals (${DEFAULT-VALUE})")
          Wanted wanted,
      @Mixin RealData real,
      @Option(
              names = "--year",
              defaultValue = "2024",
              description = "the year judged on; learnt is on the one before (${DEFAULT-VALUE})")
          int year,
      @Mixin Sentences sentences)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    switch (wanted) {
      case calls -> sentences.during(model -> SignalWorth.ofCalls(real.folder, year, model, out));
      case partners -> {
        sentences.refuse();
        SignalWorth.ofPartners(real.folder, year, out);
      }
    }
    return 0;
  }

  @Command(
      description = "Prints how well Danish words find English ones, and what each source brings.",
      mixinStandardHelpOptions = true)
  int bridge(@Mixin RealData real) throws IOException {
    BridgeQuality.run(real.folder, spec.commandLine().getOut());
    return 0;
  }

  @Command(
      description = "Prints how many real calls and projects the vocabulary has words for.",
      mixinStandardHelpOptions = true)
  int coverage(@Mixin RealData real) throws IOException {
    Coverage.run(real.folder, spec.commandLine().getOut());
    return 0;
  }

  @Command(
      description =
          "Plans many made delegations and has each judged by a program that shares no code.",
      mixinStandardHelpOptions = true)
  int trials(
      @Option(
              names = "--checks",
              defaultValue = "../shared/checks",
              description = "folder of make_delegation.py and verify_plan.py (${DEFAULT-VALUE})")
          Path checks,
      @Option(
              names = "--inputs",
              defaultValue = "10000",
              description = "how many (${DEFAULT-VALUE})")
          int inputs,
      @Option(
              names = "--seconds",
              defaultValue = "0.3",
              description = "how long each may be planned (${DEFAULT-VALUE})")
          double seconds)
      throws IOException {
    if (inputs < 1) {
      throw new IllegalArgumentException("inputs is " + inputs + ", must be 1 or more");
    }
    Duration time = Duration.ofMillis(Math.round(seconds * 1_000));
    return PlanTrials.run(checks, inputs, time, spec.commandLine().getOut()) == 0 ? 0 : 1;
  }
}
