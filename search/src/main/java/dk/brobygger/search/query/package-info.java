/**
 * Questions as values: a sealed tree, how people type it, and how it is printed back. This room
 * knows no engine; a new kind of query does not compile until every engine can translate it.
 */
@NullMarked
package dk.brobygger.search.query;

import org.jspecify.annotations.NullMarked;
