package dk.brobygger.corpus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dk.brobygger.corpus",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

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
  static final ArchRule rooms_haveNoCycles =
      slices().matching("dk.brobygger.corpus.(*)..").should().beFreeOfCycles();

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
