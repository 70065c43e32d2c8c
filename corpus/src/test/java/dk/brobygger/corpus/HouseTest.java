package dk.brobygger.corpus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "dk.brobygger.corpus",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final List<String> ROOMS =
      List.of("vocabulary", "entry", "json", "store", "sample", "inventory");

  private static String packages(String room) {
    return "dk.brobygger.corpus." + room + "..";
  }

  @ArchTest
  static final ArchRule corpus_knowsNoEngineNoParserNoServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "org.apache.tika..", "io.javalin..");

  @ArchTest
  static final ArchRule entries_knowNeitherTheirFormNorTheirStore =
      noClasses()
          .that()
          .resideInAPackage("..entry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..json..", "..store..", "..sample..");

  @ArchTest
  static final ArchRule database_isKnownToTheStoreOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.sqlite..");

  @ArchTest
  static void rooms_knowOnlyThoseNamedBeforeThem(JavaClasses house) {
    for (int at = 0; at < ROOMS.size(); at++) {
      noClasses()
          .that()
          .resideInAPackage(packages(ROOMS.get(at)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOMS.subList(at + 1, ROOMS.size()).stream()
                  .map(HouseTest::packages)
                  .toArray(String[]::new))
          .allowEmptyShould(false)
          .check(house);
    }
  }

  @ArchTest
  static final ArchRule everyClass_livesInTheHallOrInANamedRoom =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("dk.brobygger.corpus"), ROOMS.stream().map(HouseTest::packages))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule clock_isReadByNobody =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
