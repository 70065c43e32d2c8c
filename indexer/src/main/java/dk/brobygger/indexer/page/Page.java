package dk.brobygger.indexer.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a web page or document says, without menus, banners and layout.
 *
 * @param address where it was read
 * @param mediaType what it was, such as {@code text/html}
 * @param language the ISO 639-1 code of the language most of it is written in, where that can be
 *     told
 * @param blocks its text in the order of reading
 * @param properties what it says of itself to machines
 * @param links its links, each once, in the order of the page; menus are read too
 * @param tables its tables of facts
 * @param cut whether there was more text than is read of one document
 */
public record Page(
    URI address,
    String mediaType,
    Optional<String> language,
    List<Block> blocks,
    List<Property> properties,
    List<Link> links,
    List<Table> tables,
    boolean cut) {

  /** Keeps copies. */
  public Page {
    blocks = List.copyOf(blocks);
    properties = List.copyOf(properties);
    links = List.copyOf(links);
    tables = List.copyOf(tables);
  }

  /** All blocks, each on lines of its own; what is quoted of a page is a part of this text. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }

  /** The same page, read somewhere else. */
  public Page at(URI other) {
    return new Page(other, mediaType, language, blocks, properties, links, tables, cut);
  }

  /** The first value of a property. */
  public Optional<Property> property(String name) {
    return properties.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The title of its window, or else its first heading. */
  public Optional<String> title() {
    return property("title")
        .map(Property::value)
        .or(() ->
            blocks.stream()
                .filter(block -> block.part() == Part.HEADING)
                .map(Block::text)
                .findFirst());
  }
}
