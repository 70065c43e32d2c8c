/**
 * From bytes to a {@link dk.brobygger.indexer.page.Page}: clean text in blocks with their language,
 * links, tables, and what a page says of itself. Encodings are mended, menus and banners left out.
 * Documents that are not HTML are read in a process of their own, since any of them may crash, hang
 * or eat memory. This room does not fetch and does not read meaning out of a text.
 */
@NullMarked
package dk.brobygger.indexer.page;

import org.jspecify.annotations.NullMarked;
