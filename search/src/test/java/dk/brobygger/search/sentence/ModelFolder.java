package dk.brobygger.search.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Folders with a real model, bge-small-en-v1.5 with 8-bit weights, for tests. */
public final class ModelFolder {

  private ModelFolder() {}

  /** Writes the model into a folder, and says that its first token stands for the text. */
  public static Path in(Path folder) throws IOException {
    copy("/bge-small-en-v1.5-q.onnx", folder.resolve("model.onnx"));
    copy("/bge-small-en-v1.5-q-tokenizer.json", folder.resolve("tokenizer.json"));
    pooling(folder, "{\"pooling_mode_cls_token\": true}");
    return folder;
  }

  static void pooling(Path folder, String config) throws IOException {
    Path pooling = Files.createDirectories(folder.resolve("1_Pooling"));
    Files.writeString(pooling.resolve("config.json"), config);
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream model =
        Objects.requireNonNull(ModelFolder.class.getResourceAsStream(resource), resource)) {
      Files.copy(model, file);
    }
  }
}
