package dk.brobygger.indexer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.OrganisationKind;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.indexer.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CordisFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private static final String PROJECTS =
      """
      id;acronym;status;title;startDate;endDate;topics;objective
      "101";"WAVE";"SIGNED";"Waves; and ""wind\""";"2022-01-01";"2025-01-01";"HORIZON-CL5-2021-D3-02-05";"A
      long objective"
      "102";"FOOD";"SIGNED";"";"2024-01-01";"2027-01-01";"";"x"
      """;

  private static final String PARTNERS =
      """
      projectID;organisationID;vatNumber;name;shortName;SME;activityType;city;country;nutsCode;organizationURL;role
      "101";"999999999";"DK 12345678";"EXAMPLE A/S";"EX";"true";"PRC";"ODENSE";"DK";"DK031";"www.example.dk";"coordinator"
      "102";"999999999";"";"EXAMPLE GROUP A/S";"";"";"PRC";"";"DK";"DE212";"not an address";"participant"
      "102";"12345";"";"SHORT PIC";"";"";"PRC";"";"DK";"";"";"participant"
      "103";"888888888";"";"NO PROJECT";"";"";"PRC";"";"DK";"";"";"participant"
      "102";"777777777";"";"";"";"";"OTH";"";"EL";"";"";"thirdParty"
      """;

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      %s<project><id>101</id><title>Waves</title><startDate>2022-01-01</startDate>
      <relations><associations><organization type="coordinator" sme="false">
      <id>999999999</id><legalName>%s</legalName><address><city>Odense</city><country>DK</country></address>
      </organization></associations></relations></project>
      """;

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<Organisation> organisations(SourceFile file) {
    return file.reading().entries().stream()
        .flatMap(one -> one instanceof Organisation its ? Stream.of(its) : Stream.of())
        .toList();
  }

  private static SourceFile read(Path... files) {
    return CordisFiles.read(List.of(files), DAY, file -> {});
  }

  @Test
  void csv_isJoined_whateverTheOrderOfFiles() throws IOException {
    SourceFile read = read(file("organization.csv", PARTNERS), file("project.csv", PROJECTS));
    Organisation organisation = organisations(read).getFirst();
    assertThat(organisation.id()).hasToString("organisation/pic-999999999");
    assertThat(organisation.name()).isEqualTo("EXAMPLE GROUP A/S");
    assertThat(organisation.projects())
        .extracting(each -> each.project() + " " + each.title() + " " + each.role())
        .containsExactly("101 Waves; and \"wind\" coordinator", "102 FOOD participant");
    assertThat(organisation.projects())
        .extracting(Participation::topic)
        .containsExactly(Optional.of("HORIZON-CL5-2021-D3-02-05"), Optional.empty());
  }

  @Test
  void topicThatPaidForAProject_isACallThatHasClosed() throws IOException {
    String titles =
        """
        projectID;topic;title
        "101";"HORIZON-CL5-2021-D3-02-05";"Energy from waves"
        "104";"HORIZON-CL5-2021-D3-02-06";"Paid for nothing that was read"
        """;
    SourceFile read = read(file("project.csv", PROJECTS), file("topics.csv", titles));
    Call call = (Call) read.reading().entries().getFirst();
    assertThat(read.reading().entries()).hasSize(1);
    assertThat(call.id()).hasToString("call/HORIZON-CL5-2021-D3-02-05");
    assertThat(call.name()).isEqualTo("Energy from waves");
    assertThat(call.timetable().status(Instant.parse("2026-11-27T00:00:00Z")))
        .isEqualTo(CallStatus.CLOSED);
    assertThat(call.provenance().of("name").orElseThrow().source())
        .hasToString("https://cordis.europa.eu/project/id/101");
    assertThat(call.provenance().of("status")).isEmpty();
  }

  @Test
  void whatTheNewestProjectLeavesOut_comesFromTheOneBefore() throws IOException {
    Organisation organisation =
        organisations(read(file("organization.csv", PARTNERS), file("project.csv", PROJECTS)))
            .getFirst();
    assertThat(organisation.vat()).contains("DK12345678");
    assertThat(organisation.sme()).contains(true);
    assertThat(organisation.kind()).contains(OrganisationKind.COMPANY);
    assertThat(organisation.identity().seat().place()).contains("ODENSE");
  }

  @Test
  void regionOfAnotherCountry_andBadAddress_areLeftOut() throws IOException {
    Organisation organisation =
        organisations(read(file("organization.csv", PARTNERS), file("project.csv", PROJECTS)))
            .getFirst();
    assertThat(organisation.identity().seat().region()).isEmpty();
    assertThat(organisation.identity().site()).isEmpty();
  }

  @Test
  void brokenRecords_areRefusedOneByOne() throws IOException {
    SourceFile read = read(file("organization.csv", PARTNERS), file("project.csv", PROJECTS));
    assertThat(read.refused())
        .containsExactly(
            "project 102: organisationID is \"12345\", must be nine digits",
            "line 4: projectID is \"103\", must be in project.csv",
            "organisation 777777777: name is missing, must be a text");
  }

  @Test
  void xml_saysTheSameAsCsv() throws IOException {
    Organisation organisation =
        organisations(read(file("101.xml", XML.formatted("", "Example A/S")))).getFirst();
    assertThat(organisation.name()).isEqualTo("Example A/S");
    assertThat(organisation.sme()).contains(false);
    assertThat(organisation.projects().getFirst().role()).isEqualTo("coordinator");
    assertThat(organisation.provenance().claims().getFirst().source())
        .hasToString("https://cordis.europa.eu/project/id/101");
  }

  @Test
  void entitiesFromOutside_areNotRead() throws IOException {
    Path secret = file("secret.txt", "secret words");
    String type = "<!DOCTYPE project [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    Path hostile = file("101.xml", XML.formatted(type, "Example &x; A/S"));
    try {
      assertThat(read(hostile).reading().entries().toString()).doesNotContain("secret words");
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("101.xml").hasMessageNotContaining("secret words");
    }
  }

  @Test
  void entitiesThatMultiply_areRefused() throws IOException {
    StringBuilder type = new StringBuilder("<!DOCTYPE project [<!ENTITY e0 \"more\">");
    for (int level = 1; level < 15; level++) {
      type.append("<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">");
    }
    Path hostile = file("101.xml", XML.formatted(type + "]>", "&e14;"));
    assertThatThrownBy(() -> read(hostile)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void deepXml_isRefused() throws IOException {
    Path deep = file("101.xml", "<project>" + "<a>".repeat(50_000));
    assertThatThrownBy(() -> read(deep)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherFiles_areRefusedWithTheirName() throws IOException {
    assertThatThrownBy(() -> read(file("a.txt", "x")))
        .hasMessageContaining("a.txt")
        .hasMessageContaining("neither a project");
    assertThatThrownBy(() -> read(file("b.xml", "<other/>"))).hasMessageContaining("<other>");
    assertThatThrownBy(() -> read(file("c.xml", "no xml"))).hasMessageContaining("c.xml");
    assertThatThrownBy(() -> read(file("d.zip", "no zip"))).hasMessageContaining("d.zip");
    assertThatThrownBy(() -> read(file("e.csv", "a;b\n1;2\n"))).hasMessageContaining("e.csv");
  }

  @Test
  void archive_isReadThrough() throws IOException {
    Path archive = folder.resolve("cordis.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("csv/organization.csv"));
      zip.write(PARTNERS.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("csv/project.csv"));
      zip.write(PROJECTS.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("information.pdf"));
      zip.write(new byte[10]);
    }
    assertThat(organisations(read(archive))).hasSize(1);
  }

  @Test
  void realXml_isRead() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.at("cordis/sample-xml"))) {
      SourceFile read = read(files.toArray(Path[]::new));
      assertThat(read.refused()).isEmpty();
      assertThat(read.reading().entries())
          .extracting(Entry::name)
          .contains("DANMARKS TEKNISKE UNIVERSITET");
      Organisation dtu =
          organisations(read).stream()
              .filter(one -> one.pic().orElse("").equals("999990655"))
              .findFirst()
              .orElseThrow();
      assertThat(dtu.identity().seat().region()).contains("DK012");
      assertThat(dtu.vat()).contains("DK30060946");
      assertThat(dtu.projects()).hasSize(2);
      assertThat(organisations(read).stream().flatMap(one -> one.projects().stream()))
          .extracting(project -> project.topic().orElse(""))
          .allMatch(topic -> topic.startsWith("HORIZON-"))
          .contains("HORIZON-CL5-2021-D5-01-10");
      assertThat(read.reading().entries())
          .extracting(Entry::name)
          .contains("Innovative on-board energy saving solutions (ZEWT Partnership)");
    }
  }
}
