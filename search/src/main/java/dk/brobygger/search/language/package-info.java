/**
 * Words of Danish and English: how a text is taken apart into comparable words, and which
 * competences of the vocabulary it speaks of, in either language. What is found keeps its place in
 * the text. This room does not search and does not rank.
 */
@NullMarked
package dk.brobygger.search.language;

import org.jspecify.annotations.NullMarked;
