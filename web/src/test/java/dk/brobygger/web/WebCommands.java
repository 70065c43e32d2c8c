package dk.brobygger.web;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** The commands of this module as a person types them, on one fixed day. */
public final class WebCommands {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  /** Runs one command; its exit code. */
  public int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine line = Web.line(Clock.fixed(NOW, ZoneOffset.UTC));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  /** What the last command said. */
  public String out() {
    return out.toString();
  }

  /** What the last command complained of. */
  public String err() {
    return err.toString();
  }
}
