package dk.brobygger.benchmarks;

import dk.brobygger.benchmarks.relevance.BatchFiles;
import dk.brobygger.benchmarks.relevance.BatchRanking;
import dk.brobygger.benchmarks.relevance.RunFile;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.sentence.SentenceModel;
import dk.brobygger.search.signal.CallRanker;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.History;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PartnerRanker;
import dk.brobygger.search.signal.PastProject;
import dk.brobygger.search.signal.Ranked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the batch interface: {@code rank}. */
@Command(
    name = "rank",
    description = "Ranks candidates for ideas and writes a TREC run.",
    footerHeading = "%nThe files are JSON Lines: one object a line, UTF-8, gzipped or not.%n",
    footer = {
      "Only the fields marked * must be there. Fields not named here are passed over, and said on",
      "standard error.",
      "",
      "Queries, both kinds:",
      "  id*           string or whole number, without blanks",
      "  title, text   strings; words must stand in one of them or in keywords",
      "  keywords      string or list of strings",
      "  lang          \"en\" or \"da\"; detected where it is not said",
      "  country       two letters, such as DK: where the one that asks is at home",
      "  organisation  string or whole number: the one that asks, never its own answer",
      "Candidates, calls:",
      "  id*, title*, text, callTitle, destination, keywords",
      "  programme, deadlines: allowed, and not looked at",
      "Candidates, partners:",
      "  id*, name*, country, city",
      "  competences   list of strings or of objects: text, project (the number of the past",
      "                project that shows it); date, role: allowed, and not looked at",
      "  activityType, sme: allowed, and not looked at",
      "History, past projects as CORDIS has them; one of objective, topics, organizations must be",
      "there:",
      "  id*, title, objective, keywords",
      "  topics         list of objects: code, title; the first counts",
      "  organizations  list of objects: id, legalName, country, city, role, activityType",
      "  ecSignatureDate, startDate, date: such as 2024-01-15; the first that is there counts"
    },
    mixinStandardHelpOptions = true)
final class RankCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "calls|partners", description = "what the candidates are")
  private Benchmarks.Wanted wanted;

  @Option(names = "--candidates", required = true, description = "JSON Lines of candidates")
  private Path candidates;

  @Option(names = "--queries", required = true, description = "JSON Lines of ideas")
  private Path queries;

  @Option(names = "--run", required = true, description = "where the run goes")
  private Path run;

  @Option(names = "--history", description = "past projects, JSON Lines as CORDIS has them")
  private Optional<Path> history;

  @Option(
      names = "--top",
      defaultValue = "100",
      converter = Top.class,
      description = "how many for each idea (${DEFAULT-VALUE})")
  private int top;

  @Mixin private Benchmarks.Sentences sentences;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  RankCommand() {}

  /** How many may be asked for. */
  static final class Top extends CommandLines.Count {
    Top() {
      super(1, 10_000);
    }
  }

  @Override
  public Integer call() throws IOException {
    RunFile out = new RunFile(run);
    out.refuseIfItIs(candidates, "candidates");
    out.refuseIfItIs(queries, "queries");
    if (history.isPresent()) {
      out.refuseIfItIs(history.get(), "history");
    }
    BatchFiles files = new BatchFiles(this::note);
    BatchFiles.Ideas ideas = files.ideas(queries);
    List<PastProject> known = history.isPresent() ? BatchFiles.history(history.get()) : List.of();
    switch (wanted) {
      case calls -> {
        List<Candidate.OfCall> calls = files.calls(candidates);
        sentences.during(model -> rankCalls(calls, ideas, known, model, out));
      }
      case partners -> {
        sentences.refuse();
        rankPartners(files.partners(candidates), ideas, known, out);
      }
    }
    return 0;
  }

  private void rankCalls(
      List<Candidate.OfCall> calls,
      BatchFiles.Ideas ideas,
      List<PastProject> known,
      Optional<SentenceModel> model,
      RunFile out)
      throws IOException {
    try (History past = new History(known);
        CallRanker ranker = new CallRanker(calls, past, CallRanker.shippedWeights(model), model)) {
      write(ideas, idea -> ranker.rank(idea, top), out);
    }
  }

  private void rankPartners(
      List<Candidate.OfPartner> partners,
      BatchFiles.Ideas ideas,
      List<PastProject> known,
      RunFile out)
      throws IOException {
    try (History past = History.of(known, partners);
        PartnerRanker ranker =
            new PartnerRanker(partners, past, PartnerRanker.shippedWeights(past))) {
      write(ideas, idea -> ranker.rank(idea, top), out);
    }
  }

  private void write(BatchFiles.Ideas ideas, Function<Idea, List<Ranked>> ranker, RunFile out)
      throws IOException {
    BatchRanking ranking = new BatchRanking(ideas.detected(), ranker);
    out.write(ideas.all(), ranking::rank);
    ranking.notes().forEach(this::note);
  }

  /** Says what the one that asks may not have meant; on standard error, for a run may go out. */
  private void note(String sentence) {
    spec.commandLine().getErr().println("brobygger: note: " + sentence);
    spec.commandLine().getErr().flush();
  }
}
