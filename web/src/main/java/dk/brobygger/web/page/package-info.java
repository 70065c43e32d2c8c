/**
 * Pages for people, made on the server in Danish or English, whole without JavaScript. This room
 * only lays out what the search gives; it does not rank or explain by itself.
 */
@NullMarked
package dk.brobygger.web.page;

import org.jspecify.annotations.NullMarked;
