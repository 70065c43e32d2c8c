package dk.brobygger.search.sentence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the vectors of a text's tokens become one. */
enum Pooling {
  /** That of the first token, which stands for the whole text. */
  FIRST,
  /** The mean of all. */
  MEAN;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a model's folder says, in the form of sentence-transformers; the mean if nothing. */
  static Pooling of(Path folder) throws IOException {
    Path config = folder.resolve("1_Pooling").resolve("config.json");
    if (!Files.exists(config)) {
      return MEAN;
    }
    try {
      JsonNode modes = JSON.readTree(Files.readString(config));
      if (modes.path("pooling_mode_cls_token").asBoolean()) {
        return FIRST;
      }
      if (modes.path("pooling_mode_mean_tokens").asBoolean()) {
        return MEAN;
      }
    } catch (JsonProcessingException e) {
      throw SentenceModel.refused(folder, config + " is no JSON");
    }
    throw SentenceModel.refused(
        folder, config + " asks for neither pooling_mode_cls_token nor pooling_mode_mean_tokens");
  }

  float[] of(float[][] tokens) {
    return switch (this) {
      case FIRST -> tokens[0];
      case MEAN -> mean(tokens);
    };
  }

  private static float[] mean(float[][] tokens) {
    float[] mean = new float[tokens[0].length];
    for (float[] token : tokens) {
      for (int place = 0; place < mean.length; place++) {
        mean[place] += token[place] / tokens.length;
      }
    }
    return mean;
  }
}
