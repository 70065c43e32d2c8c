package dk.brobygger.indexer.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A page as one JSON object; what is not known is left out. */
public final class PageJson {

  private PageJson() {}

  /** The whole page, with its text once and the blocks as places in it. */
  public static ObjectNode of(Page page) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("address", page.address().toString());
    out.put("mediaType", page.mediaType());
    page.title().ifPresent(title -> out.put("title", title));
    page.language().ifPresent(code -> out.put("language", code));
    out.put("text", page.text());
    out.put("cut", page.cut());
    ArrayNode blocks = out.putArray("blocks");
    page.blocks().forEach(block -> write(blocks.addObject(), block));
    ArrayNode properties = out.putArray("properties");
    page.properties()
        .forEach(property -> {
          ObjectNode each = properties.addObject();
          each.put("name", property.name()).put("value", property.value());
          each.put("start", property.start());
        });
    ArrayNode links = out.putArray("links");
    page.links()
        .forEach(link ->
            links
                .addObject()
                .put("target", link.target().toString())
                .put("text", link.text())
                .put("feed", link.isFeed()));
    ArrayNode tables = out.putArray("tables");
    page.tables()
        .forEach(table -> {
          ArrayNode rows = tables.addObject().putArray("rows");
          table
              .rows()
              .forEach(row -> {
                ArrayNode cells = rows.addArray();
                row.forEach(cells::add);
              });
        });
    return out;
  }

  private static void write(ObjectNode out, Block block) {
    out.put("part", block.part().name().toLowerCase(Locale.ROOT));
    out.put("start", block.start()).put("end", block.end());
    block.language().ifPresent(code -> out.put("language", code));
  }
}
