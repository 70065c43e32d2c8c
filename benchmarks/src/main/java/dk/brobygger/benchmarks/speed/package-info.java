/**
 * How fast a data folder with very many entries answers and is indexed, beside Lucene and
 * OpenSearch as they come out of the box. This room judges no relevance.
 */
@NullMarked
package dk.brobygger.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
