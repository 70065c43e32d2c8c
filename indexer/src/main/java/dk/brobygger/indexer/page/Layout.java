package dk.brobygger.indexer.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays the pieces of a page out as one text, and tells their languages.
 *
 * @param pieces what a person reads
 * @param said what the page says of itself, name by name
 * @param declared the language the page says it is in
 */
record Layout(
    List<Blocks.Piece> pieces, List<Map.Entry<String, String>> said, Optional<String> declared) {

  Page page(URI address, String mediaType, List<Link> links, List<Table> tables, boolean cut) {
    List<Blocks.Piece> all = new ArrayList<>(pieces);
    said.forEach(each -> all.add(new Blocks.Piece(Part.ABOUT, each.getValue())));
    List<Optional<String>> languages =
        Tongues.of(all.stream().map(Blocks.Piece::text).toList(), declared);
    List<Block> blocks = new ArrayList<>();
    List<Property> properties = new ArrayList<>();
    int start = 0;
    for (int place = 0; place < all.size(); place++) {
      Blocks.Piece piece = all.get(place);
      blocks.add(new Block(piece.part(), piece.text(), languages.get(place), start));
      if (place >= pieces.size()) {
        String name = said.get(place - pieces.size()).getKey();
        properties.add(new Property(name, piece.text(), start));
      }
      start += piece.text().length() + 1;
    }
    Optional<String> language =
        Tongues.most(pieces.stream().map(Blocks.Piece::text).toList()).or(() -> declared);
    return new Page(address, mediaType, language, blocks, properties, links, tables, cut);
  }
}
