package dk.brobygger.search.sentence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
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

  /**
   * Writes the same model, which reads some texts as if others stood in their place; so it knows as
   * much of another language as it is told.
   */
  public static Path reading(Map<String, String> asOthers, Path folder) throws IOException {
    Path tokenizer = in(folder).resolve("tokenizer.json");
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = (ObjectNode) mapper.readTree(tokenizer.toFile());
    ArrayNode steps = mapper.createArrayNode();
    asOthers.forEach((text, other) -> {
      ObjectNode step = steps.addObject().put("type", "Replace").put("content", other);
      step.putObject("pattern").put("String", text);
    });
    steps.add(json.get("normalizer"));
    json.putObject("normalizer").put("type", "Sequence").set("normalizers", steps);
    mapper.writeValue(tokenizer.toFile(), json);
    return folder;
  }

  static void pooling(Path folder, String config) throws IOException {
    Path pooling = Files.createDirectories(folder.resolve("1_Pooling"));
    Files.writeString(pooling.resolve("config.json"), config);
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream model =
        Objects.requireNonNull(ModelFolder.class.getResourceAsStream(resource), resource)) {
      Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
