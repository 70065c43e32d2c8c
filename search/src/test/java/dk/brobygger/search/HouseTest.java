package dk.brobygger.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dk.brobygger.search",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule engine_isNamedByEnginesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..lucene..")
          .and()
          .doNotHaveFullyQualifiedName(Engines.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dk.brobygger.search.lucene..");

  @ArchTest
  static final ArchRule lucene_isKnownToItsRoomAndToTheLanguageRoom =
      noClasses()
          .that()
          .resideOutsideOfPackages("..lucene..", "..language..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule query_knowsNoEngine =
      noClasses()
          .that()
          .resideInAPackage("..query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..engine..", "..lucene..", "..match..", "..funding..");

  @ArchTest
  static final ArchRule partners_doNotKnowCalls =
      noClasses()
          .that()
          .resideInAPackage("..match..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..funding..");

  @ArchTest
  static final ArchRule score_knowsNoMatcher =
      noClasses()
          .that()
          .resideInAPackage("..score..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..match..", "..funding..", "..lucene..");

  @ArchTest
  static final ArchRule sentenceModels_areReadInTheirRoomOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..sentence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");

  @ArchTest
  static final ArchRule sentenceModels_areForTheSignalsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..sentence..", "..signal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..sentence..");

  @ArchTest
  static final ArchRule clock_isReadByMainsOnly =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
