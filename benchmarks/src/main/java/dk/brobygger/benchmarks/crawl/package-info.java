/**
 * How many pages a second are crawled of web sites on this machine, beside Scrapy. This room judges
 * no politeness: nobody is asked but ourselves, and without any gap.
 */
@NullMarked
package dk.brobygger.benchmarks.crawl;

import org.jspecify.annotations.NullMarked;
