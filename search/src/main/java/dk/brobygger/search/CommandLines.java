package dk.brobygger.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How every command of the program is run: what is wrong with the input is said in one sentence on
 * standard error with exit code 2, never as a stack trace.
 */
public final class CommandLines {

  /** Exit code for input that cannot be used. */
  public static final int REFUSED = 2;

  private CommandLines() {}

  /** Reads how many are wanted: a whole number within bounds. */
  public abstract static class Count implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    /** From the least to the most, both included. */
    protected Count(int least, int most) {
      this.least = least;
      this.most = most;
    }

    @Override
    public Integer convert(String written) {
      try {
        int count = Integer.parseInt(written);
        if (count >= least && count <= most) {
          return count;
        }
      } catch (NumberFormatException e) {
        throw refused(written);
      }
      throw refused(written);
    }

    private CommandLine.TypeConversionException refused(String written) {
      return new CommandLine.TypeConversionException(
          "\"" + written + "\", must be a whole number from " + least + " to " + most);
    }
  }

  /** Runs a command and ends the process with its exit code. */
  public static void run(Object command, String... arguments) {
    System.exit(of(command).execute(arguments));
  }

  /** The command with those below it, ready to be executed. */
  public static CommandLine of(Object command, Object... below) {
    CommandLine line = new CommandLine(command);
    for (Object each : below) {
      line.addSubcommand(each);
    }
    line.registerConverter(LocalDate.class, CommandLines::date);
    line.registerConverter(int.class, CommandLines::number);
    line.setExecutionExceptionHandler((failure, failed, parsed) -> refuse(failed, failure));
    line.setParameterExceptionHandler((failure, given) -> {
      failure.getCommandLine().getErr().println(sentence(known(failure)));
      return REFUSED;
    });
    return line;
  }

  /**
   * Refuses an option that was given with another one beside which it would change nothing.
   *
   * @param spec the command, or the one above it
   * @param option what was given, such as {@code --tips}
   * @param idle options that change nothing then
   */
  public static void apart(CommandSpec spec, String option, String... idle) {
    CommandLine.ParseResult given = spec.commandLine().getParseResult();
    while (given.hasSubcommand()) {
      given = given.subcommand();
    }
    for (String one : idle) {
      if (given.hasMatchedOption(option) && given.hasMatchedOption(one)) {
        throw new IllegalArgumentException(
            one + " is given with " + option + ", must be given without it");
      }
    }
  }

  /** Of what is not known or missing, says what is known; of a value, which option it was for. */
  private static CommandLine.ParameterException known(CommandLine.ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    if (failure.getCause() instanceof CommandLine.TypeConversionException refused
        && failure.getArgSpec() instanceof OptionSpec option) {
      return said(line, option.longestName() + " is " + rule(option, failure.getValue(), refused));
    }
    String commands = String.join(", ", line.getSubcommands().keySet());
    String name = line.getCommandName();
    String written =
        failure instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched().getFirst()
            : "";
    if (written.startsWith("-")) {
      return said(line, "there is no option \"" + written + "\"; " + name + " --help lists them");
    }
    if (!written.isEmpty()) {
      return said(
          line,
          commands.isEmpty()
              ? "\"" + written + "\" is one word too many; " + name + " --help says what it takes"
              : "\"" + written + "\" is no command of " + name + ", must be one of " + commands);
    }
    return commands.isEmpty()
        ? failure
        : said(line, name + " alone does nothing, must be with one of " + commands);
  }

  /** What a value must be; of one that is none of several, these. */
  private static String rule(OptionSpec option, String value, Exception refused) {
    @Nullable Iterable<String> choices = option.completionCandidates();
    return choices == null
        ? String.valueOf(refused.getMessage())
        : "\"" + value + "\", must be one of " + String.join(", ", choices);
  }

  private static CommandLine.ParameterException said(CommandLine line, String sentence) {
    return new CommandLine.ParameterException(line, sentence);
  }

  private static LocalDate date(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "\"" + written + "\", must be a date such as 2026-09-15");
    }
  }

  private static int number(String written) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException("\"" + written + "\", must be a whole number");
    }
  }

  private static int refuse(CommandLine line, Exception failure) {
    line.getErr().println(sentence(failure));
    line.getErr().flush();
    return REFUSED;
  }

  /** One line that says what is wrong. */
  private static String sentence(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException io ? reason(io) : failure;
    String message = String.valueOf(cause.getMessage());
    String text =
        switch (cause) {
          case java.nio.file.NoSuchFileException missing -> "no such file: " + message;
          case java.nio.file.AccessDeniedException denied -> "not allowed: " + message;
          case DateTimeParseException date -> "not a date: " + date.getParsedString();
          case IOException io -> message;
          case IllegalArgumentException refused -> message;
          case IllegalStateException impossible -> message;
          case dk.brobygger.corpus.store.StoreException store -> message;
          case dk.brobygger.search.engine.EngineException engine -> message;
          case CommandLine.ParameterException parameter -> message;
          default -> "this should not happen, please report it: " + cause;
        };
    return "brobygger: " + text.lines().findFirst().orElse("");
  }

  private static Throwable reason(UncheckedIOException failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }
}
