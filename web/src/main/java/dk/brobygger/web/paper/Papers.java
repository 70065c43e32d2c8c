package dk.brobygger.web.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.PlanJson;
import dk.brobygger.web.page.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;

/**
 * Writes the papers of a delegation into a folder: {@code plan.json}, {@code schedule.ics}, {@code
 * schedule.xlsx}, {@code briefing.html} and {@code .pdf} for all and {@code briefing-ID.html} and
 * {@code .pdf} for each delegate, with their own {@code schedule-ID.ics}. What the calendar files
 * of an earlier plan told is brought up to date; the rest is written over.
 */
public final class Papers {

  /** PDFBox ships it; it has the letters of all languages of Europe, Greek and Cyrillic too. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dk.brobygger.web.template");

  static {
    // It tells of every style sheet it reads; what fails is thrown.
    XRLog.setLoggingEnabled(false);
  }

  private final Wording wording;
  private final Knowledge knowledge;

  /**
   * Papers in one language.
   *
   * @param wording the words
   * @param knowledge what is known of those who meet, at the moment of writing
   */
  public Papers(Wording wording, Knowledge knowledge) {
    this.wording = wording;
    this.knowledge = knowledge;
  }

  /**
   * Writes all papers.
   *
   * @param folder where; made where there is none
   * @param delegation who and when
   * @param plan the plan
   * @throws IOException if writing fails
   * @throws IllegalArgumentException if an earlier calendar there is none
   */
  public void write(Path folder, Delegation delegation, Plan plan) throws IOException {
    Files.createDirectories(folder);
    List<Appointment> meetings = Appointment.of(delegation, plan);
    Map<String, List<Appointment>> byDelegate =
        meetings.stream().collect(Collectors.groupingBy(one -> one.delegate().id()));
    CalendarFile.write(
        folder.resolve("schedule.ics"), delegation, meetings, wording, knowledge.now());
    ScheduleBook.write(folder.resolve("schedule.xlsx"), delegation, plan, meetings, wording);
    writeSheet(folder, "briefing", all(delegation, plan, byDelegate), "paper/all.jte");
    Set<String> suffixes = new HashSet<>();
    for (Delegate delegate : delegation.delegates()) {
      List<Appointment> own = byDelegate.getOrDefault(delegate.id(), List.of());
      String suffix = suffix(delegate.id(), suffixes);
      CalendarFile.write(
          folder.resolve("schedule" + suffix + ".ics"), delegation, own, wording, knowledge.now());
      writeSheet(
          folder, "briefing" + suffix, briefing(delegation, delegate, own), "paper/delegate.jte");
    }
    // The plan comes last: where it is, all else is.
    Files.writeString(folder.resolve("plan.json"), PlanJson.of(plan).toPrettyString() + "\n");
  }

  /** Ids may hold signs that no file's name can, and then two may come to look the same. */
  private static String suffix(String id, Set<String> taken) {
    String plain = "-" + id.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    String suffix = plain;
    for (int next = 2; !taken.add(suffix.toLowerCase(Locale.ROOT)); next++) {
      suffix = plain + "-" + next;
    }
    return suffix;
  }

  private Map<String, Object> all(
      Delegation delegation, Plan plan, Map<String, List<Appointment>> byDelegate) {
    Map<String, String> names = new HashMap<>();
    delegation.delegates().forEach(one -> names.put("d" + one.id(), one.name()));
    delegation.hosts().forEach(one -> names.put("h" + one.id(), one.name()));
    Map<String, Object> model = new HashMap<>();
    model.put("title", title("paper.all", delegation, ""));
    model.put("plan", plan);
    model.put("delegates", delegation.delegates());
    Map<String, List<Leg>> ways = new HashMap<>();
    byDelegate.forEach((id, own) -> ways.put(id, Leg.of(delegation, own)));
    model.put("ways", ways);
    model.put("names", names);
    return model;
  }

  private Map<String, Object> briefing(
      Delegation delegation, Delegate delegate, List<Appointment> meetings) {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title("paper.title", delegation, delegate.name()));
    model.put("way", Leg.of(delegation, meetings));
    model.put(
        "counterparts",
        meetings.stream().map(one -> Counterpart.of(one, knowledge, wording)).toList());
    return model;
  }

  private String title(String key, Delegation delegation, String name) {
    return delegation.title().isBlank()
        ? wording.say(key, "Brobygger", name)
        : wording.say(key, delegation.title(), name);
  }

  private void writeSheet(Path folder, String name, Map<String, Object> model, String template)
      throws IOException {
    model.put("wording", wording);
    StringOutput html = new StringOutput();
    templates.render(template, model, html);
    Files.writeString(folder.resolve(name + ".html"), html.toString(), StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".pdf"))) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFont(
          () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT),
          "Liberation Sans");
      builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html.toString())), "/");
      builder.toStream(out);
      builder.run();
    }
  }
}
