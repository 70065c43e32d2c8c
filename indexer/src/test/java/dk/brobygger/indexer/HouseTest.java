package dk.brobygger.indexer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dk.brobygger.indexer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule indexer_namesNeitherEngineNorWeb =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.lucene..", "dk.brobygger.search.lucene..", "dk.brobygger.web..");

  @ArchTest
  static final ArchRule rooms_haveNoCycles =
      slices().matching("dk.brobygger.indexer.(*)..").should().beFreeOfCycles();

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
