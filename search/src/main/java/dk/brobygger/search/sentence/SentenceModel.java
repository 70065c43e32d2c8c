package dk.brobygger.search.sentence;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence encoder in ONNX form, as the sentence-transformers and BERT families are published: a
 * folder with {@code model.onnx} and {@code tokenizer.json}, and in {@code 1_Pooling/config.json}
 * how the vectors of a text's tokens become one. Without that file it is their mean. Safe for many
 * threads.
 *
 * <p>The same text always has the same vector: each is encoded by itself, since quantized models
 * round by the range of all that they are given at once.
 */
public final class SentenceModel implements AutoCloseable {

  /** Of longer texts the beginning speaks; the usual models were trained on no more than 512. */
  private static final int MOST_TOKENS = 256;

  private static final String MODEL = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final Pooling pooling;

  private SentenceModel(OrtSession session, HuggingFaceTokenizer tokenizer, Pooling pooling) {
    this.environment = OrtEnvironment.getEnvironment();
    this.session = session;
    this.tokenizer = tokenizer;
    this.pooling = pooling;
  }

  /**
   * Opens the model in a folder and encodes a word with it, so that a model that cannot be used is
   * refused here.
   *
   * @throws IllegalArgumentException if the folder or one of its files is not there, or is of
   *     another kind
   */
  public static SentenceModel open(Path folder) throws IOException {
    for (String file : List.of(MODEL, TOKENIZER)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw refused(folder, "there is no " + file + " in it");
      }
    }
    Pooling pooling = Pooling.of(folder);
    HuggingFaceTokenizer tokenizer = tokenizer(folder);
    try {
      return tried(session(folder), tokenizer, pooling);
    } catch (OrtException | IllegalStateException e) {
      tokenizer.close();
      throw refused(folder, MODEL + " cannot be used: " + firstLine(e));
    }
  }

  private static OrtSession session(Path folder) throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    environment.setTelemetry(false);
    return environment.createSession(folder.resolve(MODEL).toString());
  }

  private static SentenceModel tried(
      OrtSession session, HuggingFaceTokenizer tokenizer, Pooling pooling) throws OrtException {
    SentenceModel model = new SentenceModel(session, tokenizer, pooling);
    try {
      model.encode("wind");
    } catch (IllegalStateException e) {
      session.close();
      throw e;
    }
    return model;
  }

  /** The library would report its start to its makers, and look for a graphics card's build. */
  private static HuggingFaceTokenizer tokenizer(Path folder) throws IOException {
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    Map<String, String> options =
        Map.of(
            "truncation",
            "true",
            "maxLength",
            String.valueOf(MOST_TOKENS),
            "modelMaxLength",
            String.valueOf(MOST_TOKENS),
            "padding",
            "false");
    try {
      return HuggingFaceTokenizer.newInstance(folder.resolve(TOKENIZER), options);
    } catch (RuntimeException e) {
      throw refused(folder, TOKENIZER + " cannot be used: " + firstLine(e));
    }
  }

  static IllegalArgumentException refused(Path folder, String fault) {
    return new IllegalArgumentException(
        "sentence model is "
            + folder
            + ", must be a folder with an encoder as "
            + MODEL
            + " and its "
            + TOKENIZER
            + "; "
            + fault);
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /** The vector of a text, of length 1; of a long text, of its first 256 tokens. */
  public float[] encode(String text) {
    Encoding tokens = tokenizer.encode(text);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, OnnxTensor.createTensor(environment, new long[][] {of(tokens, input)}));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return unit(vector(result.get(0).getValue()));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("cannot encode a text: " + firstLine(e), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] of(Encoding tokens, String input) {
    return switch (input) {
      case "input_ids" -> tokens.getIds();
      case "attention_mask" -> tokens.getAttentionMask();
      case "token_type_ids" -> tokens.getTypeIds();
      default ->
          throw new IllegalStateException(
              "it asks for " + input + ", not for input_ids, attention_mask or token_type_ids");
    };
  }

  private float[] vector(@Nullable Object output) {
    return switch (output) {
      case float[][][] tokens -> pooling.of(tokens[0]);
      case float[][] pooled -> pooled[0];
      case null, default ->
          throw new IllegalStateException("its first output is no vectors of numbers");
    };
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += number * number;
    }
    float length = (float) Math.sqrt(square);
    float[] unit = new float[vector.length];
    for (int place = 0; length > 0 && place < unit.length; place++) {
      unit[place] = vector[place] / length;
    }
    return unit;
  }

  /** How near two vectors of this model are: 1 for the same direction, 0 for nothing in common. */
  public static double nearness(float[] one, float[] other) {
    double sum = 0;
    for (int place = 0; place < one.length; place++) {
      sum += one[place] * other[place];
    }
    return sum;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close the sentence model: " + firstLine(e), e);
    }
  }
}
