/**
 * The same answers as JSON under {@code /api/v1}, with their OpenAPI document. What is refused is
 * answered as a problem (RFC 9457). This room keeps nothing and changes nothing.
 */
@NullMarked
package dk.brobygger.web.api;

import org.jspecify.annotations.NullMarked;
