/**
 * Taking stock: how much a corpus and its vocabulary hold beside what they are meant to hold, and
 * which entries somebody should look at.
 *
 * <p>An {@link dk.brobygger.corpus.inventory.Inventory} is a value computed from entries, a
 * vocabulary and a day; {@link dk.brobygger.corpus.inventory.InventoryText} makes lines of it. This
 * room fetches, opens and changes nothing. The command that shows it stands with the other commands
 * in {@code search}, because they share how arguments are read and refused; a main of its own here
 * would bring a second copy of that.
 */
@NullMarked
package dk.brobygger.corpus.inventory;

import org.jspecify.annotations.NullMarked;
