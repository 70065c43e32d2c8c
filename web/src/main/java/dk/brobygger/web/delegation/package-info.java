/**
 * The pages on which a delegation is prepared and followed up: staff move meetings in a grid, those
 * who meet say whom they want to meet by a link of their own, and what came of the meetings is told
 * and counted.
 *
 * <p>Each delegation is a folder, {@link dk.brobygger.web.delegation.Dossier}, whose files the
 * commands read and write too. Staff give the key that the server prints at its start, since a
 * server may listen to more than its own machine; those who meet need no account. This room plans
 * nothing by itself, judges nothing by itself, and sends nothing to anybody.
 */
@NullMarked
package dk.brobygger.web.delegation;

import org.jspecify.annotations.NullMarked;
