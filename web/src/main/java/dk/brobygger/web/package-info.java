/** Showing: the server and its wiring. This room decides nothing about what fits whom. */
@NullMarked
package dk.brobygger.web;

import org.jspecify.annotations.NullMarked;
