package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast CORDIS is read, and with how much memory. */
@Tag("long")
class CordisVolumeTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PROJECTS = 20_000;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void twentyThousandProjects_areImportedInFiveMinutesAndHalfAGibibyte() throws Exception {
    Path archive = folder.resolve("cordis-xml.zip");
    write(archive);
    Path output = folder.resolve("output.txt");
    long start = System.nanoTime();
    Process process =
        Child.start(
            output, List.of("-Xmx512m"), folder.resolve("data"), "cordis", List.of(archive));
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    double seconds = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(output);
    System.out.printf("%,d projects in %.0f s with -Xmx512m: %s%n", PROJECTS, seconds, said);
    assertThat(process.exitValue()).as(said).isZero();
    // One of the real organisations has no country.
    assertThat(said).contains(" 1 refused", "organisation 998162884: country is missing");
  }

  /** The real projects, and after the last of them the first again under other numbers. */
  private static void write(Path archive) throws IOException {
    int written = 0;
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out);
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
      while (written < PROJECTS) {
        try (InputStream in =
                new GZIPInputStream(
                    Files.newInputStream(SharedData.at("cordis/projects-until-2024.jsonl.gz")));
            BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
          String line = lines.readLine();
          for (; line != null && written < PROJECTS; line = lines.readLine()) {
            zip.putNextEntry(new ZipEntry("xml/project-" + written + ".xml"));
            text.write(xml(MAPPER.readTree(line), written));
            text.flush();
            written++;
          }
        }
      }
    }
  }

  private static String xml(JsonNode project, int number) {
    StringBuilder xml = new StringBuilder("<project><id>" + (900_000_000 + number) + "</id>");
    element(xml, "title", project.path("title"));
    element(xml, "objective", project.path("objective"));
    element(xml, "startDate", project.path("startDate"));
    xml.append("<relations><associations>");
    for (JsonNode partner : project.path("organizations")) {
      xml.append("<organization type=\"").append(partner.path("role").asText());
      xml.append("\" sme=\"").append(partner.path("sme").asText()).append("\">");
      element(xml, "id", partner.path("id"));
      element(xml, "legalName", partner.path("legalName"));
      element(xml, "shortName", partner.path("shortName"));
      xml.append("<address>");
      element(xml, "city", partner.path("city"));
      element(xml, "country", partner.path("country"));
      element(xml, "url", partner.path("url"));
      xml.append("</address><relations><categories><category>");
      element(xml, "code", partner.path("activityType"));
      xml.append("</category></categories><regions><region>");
      element(xml, "nutsCode", partner.path("nuts"));
      xml.append("</region></regions></relations></organization>");
    }
    return xml.append("</associations></relations></project>").toString();
  }

  private static void element(StringBuilder xml, String name, JsonNode value) {
    String text = value.asText().replace("&", "&amp;").replace("<", "&lt;");
    xml.append('<').append(name).append('>').append(text).append("</").append(name).append('>');
  }
}
