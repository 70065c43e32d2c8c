/**
 * Finding out: the command line by which facts come into the store. The rooms below read pages and
 * sources and join what they say; this one does not show anything.
 */
@NullMarked
package dk.brobygger.indexer;

import org.jspecify.annotations.NullMarked;
