package dk.brobygger.indexer.page;

import java.net.URI;
import java.util.Optional;

/**
 * The bytes of a page or document, as they came.
 *
 * @param address where they came from
 * @param mediaType the media type the sender gave, with or without its charset
 * @param bytes the content, unpacked; not to be changed any more
 */
public record Document(URI address, Optional<String> mediaType, byte[] bytes) {}
