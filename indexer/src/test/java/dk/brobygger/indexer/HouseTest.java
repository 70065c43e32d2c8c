package dk.brobygger.indexer;

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
    packages = "dk.brobygger.indexer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  private static final List<String> ROOMS =
      List.of("fetch", "page", "extract", "frontier", "reconcile", "source", "demo");

  private static String packages(String room) {
    return "dk.brobygger.indexer." + room + "..";
  }

  @ArchTest
  static final ArchRule indexer_namesNeitherEngineNorWeb =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.lucene..", "dk.brobygger.search.lucene..", "dk.brobygger.web..");

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
                      Stream.of("dk.brobygger.indexer"), ROOMS.stream().map(HouseTest::packages))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule html_isKnownToThePageRoomOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule http_isKnownToTheFetchRoomOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..");

  @ArchTest
  static final ArchRule rooms_neverWait =
      noClasses()
          .that()
          .resideInAnyPackage("..fetch..", "..frontier..", "..source..", "..reconcile..")
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);

  @ArchTest
  static final ArchRule sources_neitherJoinNorStore =
      noClasses()
          .that()
          .resideInAPackage("..source..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..reconcile..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("EntryStore");

  @ArchTest
  static final ArchRule clock_isReadByMainsOnly =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Indexer.class.getName())
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now", java.time.Clock.class)
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
