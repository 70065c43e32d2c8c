/**
 * Words: how a text in any language is taken apart into comparable ones, and which competences of
 * the vocabulary it speaks of; the bridge from Danish ones to English. What is found keeps its
 * place in the text. This room does not search and does not rank.
 */
@NullMarked
package dk.brobygger.search.language;

import org.jspecify.annotations.NullMarked;
