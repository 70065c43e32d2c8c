/**
 * How fast it is told whom new calls concern, beside Lucene's Monitor and the OpenSearch
 * percolator, and how fast all digests of a day are made. This room judges no relevance.
 */
@NullMarked
package dk.brobygger.benchmarks.standing;

import org.jspecify.annotations.NullMarked;
