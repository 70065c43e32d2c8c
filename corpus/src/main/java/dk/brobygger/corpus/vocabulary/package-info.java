/**
 * The words for what is known: competences with their labels in Danish and English, and where known
 * in German, Swedish, Norwegian and French, the EU's industrial ecosystems, countries and regions,
 * funding programmes.
 *
 * <p>Countries and NUTS regions come from the code lists of the eForms SDK (European Union, CC BY
 * 4.0). This room does not look into texts and does not search.
 */
@NullMarked
package dk.brobygger.corpus.vocabulary;

import org.jspecify.annotations.NullMarked;
