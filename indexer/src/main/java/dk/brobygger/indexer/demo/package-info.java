/**
 * A portal on this machine, to try the crawler on and to test it with: it speaks the protocol of
 * the EU's Funding and Tenders Portal, faults and all. Nothing in it is asked by a crawl of the
 * world, and nothing it shows is a fact.
 */
@NullMarked
package dk.brobygger.indexer.demo;

import org.jspecify.annotations.NullMarked;
