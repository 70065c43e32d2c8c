package dk.brobygger.search.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceModelTest {

  @TempDir static Path real;
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // opened before the first test
  private static SentenceModel model;

  @BeforeAll
  static void open() throws IOException {
    model = SentenceModel.open(ModelFolder.in(real));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static double nearness(String one, String other) {
    return SentenceModel.nearness(model.encode(one), model.encode(other));
  }

  @Test
  void paraphraseWithoutACommonWord_isNearerThanAnotherSubject() {
    String asked = "Keeping dwellings warm with surplus energy of factories";
    assertThat(nearness(asked, "District heating from industrial excess heat"))
        .isGreaterThan(nearness(asked, "Vaccines against tropical diseases") + 0.1)
        .isGreaterThan(nearness(asked, "Museums and the digital study of old manuscripts") + 0.1);
  }

  @Test
  void vector_hasLengthOneAndIsNearestToItself() {
    assertThat(nearness("offshore wind", "offshore wind")).isEqualTo(1, within(1e-5));
    assertThat(nearness("offshore wind", "wind at sea")).isLessThan(1);
  }

  @Test
  void sameText_hasTheSameVectorWhateverWasEncodedBefore() throws IOException {
    float[] first = model.encode("Floating wind turbines");
    model.encode("quite another text, ".repeat(200));
    assertThat(model.encode("Floating wind turbines")).isEqualTo(first);
    try (SentenceModel again = SentenceModel.open(real)) {
      assertThat(again.encode("Floating wind turbines")).isEqualTo(first);
    }
  }

  @Test
  void manyThreads_getTheVectorsThatOneGets() {
    List<String> texts = IntStream.range(0, 40).mapToObj(each -> "wind farm " + each).toList();
    List<float[]> alone = texts.stream().map(model::encode).toList();
    List<float[]> together = texts.parallelStream().map(model::encode).toList();
    assertThat(together.toArray(float[][]::new)).isDeepEqualTo(alone.toArray(float[][]::new));
  }

  @Test
  void longText_isEncodedByItsBeginning() {
    String beginning = "heat pump ".repeat(300);
    assertThat(model.encode(beginning + "cheese")).isEqualTo(model.encode(beginning + "milk"));
  }

  @Test
  void emptyText_hasAVectorToo() {
    assertThat(nearness("", "")).isEqualTo(1, within(1e-5));
  }

  @Test
  void meanOfTheTokens_isAnotherVectorThanThatOfTheFirst() throws IOException {
    Files.createLink(folder.resolve("model.onnx"), real.resolve("model.onnx"));
    Files.createLink(folder.resolve("tokenizer.json"), real.resolve("tokenizer.json"));
    float[] unsaid = encoded();
    ModelFolder.pooling(folder, "{\"pooling_mode_mean_tokens\": true}");
    assertThat(encoded()).isEqualTo(unsaid).isNotEqualTo(model.encode("wind"));
    ModelFolder.pooling(folder, "{\"pooling_mode_cls_token\": true}");
    assertThat(encoded()).isEqualTo(model.encode("wind"));
  }

  private float[] encoded() throws IOException {
    try (SentenceModel other = SentenceModel.open(folder)) {
      return other.encode("wind");
    }
  }

  @Test
  void folderThatIsNotThere_isRefused() {
    refused("there is no model.onnx in it", folder.resolve("nowhere"));
  }

  @Test
  void folderWithoutATokenizer_isRefused() throws IOException {
    Files.createLink(folder.resolve("model.onnx"), real.resolve("model.onnx"));
    refused("there is no tokenizer.json in it", folder);
  }

  @Test
  void brokenTokenizer_isRefused() throws IOException {
    Files.createLink(folder.resolve("model.onnx"), real.resolve("model.onnx"));
    Files.writeString(folder.resolve("tokenizer.json"), "{\"version\": ");
    refused("tokenizer.json cannot be used: ", folder);
  }

  @Test
  void brokenModel_isRefused() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "no model");
    Files.createLink(folder.resolve("tokenizer.json"), real.resolve("tokenizer.json"));
    refused("model.onnx cannot be used: ", folder);
  }

  @Test
  void poolingThatIsNotKnown_isRefused() throws IOException {
    Files.createLink(folder.resolve("model.onnx"), real.resolve("model.onnx"));
    Files.createLink(folder.resolve("tokenizer.json"), real.resolve("tokenizer.json"));
    ModelFolder.pooling(folder, "{\"pooling_mode_max_tokens\": true}");
    refused("asks for neither pooling_mode_cls_token nor pooling_mode_mean_tokens", folder);
    ModelFolder.pooling(folder, "{");
    refused("is no JSON", folder);
  }

  private static void refused(String fault, Path folder) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentenceModel.open(folder))
        .withMessageStartingWith("sentence model is " + folder + ", must be a folder with")
        .withMessageContaining(fault)
        .satisfies(refusal -> assertThat(refusal).message().doesNotContain("\n"));
  }
}
