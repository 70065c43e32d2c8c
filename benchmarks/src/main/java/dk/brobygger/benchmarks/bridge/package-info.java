/**
 * Makes and measures the bridge from Danish to English words that the search ships.
 *
 * <p>{@link BridgeMaker} writes {@code bridge-da-en.tsv} and {@code danish-words.txt}, from the
 * folder of the project, after {@code mvn package}:
 *
 * <pre>
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
 *     dk.brobygger.benchmarks.bridge.BridgeMaker \
 *     search/src/main/resources/dk/brobygger/search/language
 * </pre>
 *
 * <p>{@link BridgeQuality}, run by {@code ./brobygger bridge}, prints how good it is, on labels and
 * texts it was not made of, and what each part brings.
 *
 * <p>{@link CodeLinks} writes {@code codes.tsv}, which links competences to CPV and euroSciVoc:
 *
 * <pre>
 * java -cp "benchmarks/target/classes:benchmarks/target/lib/*" \
 *     dk.brobygger.benchmarks.bridge.CodeLinks \
 *     corpus/src/main/resources/dk/brobygger/corpus/vocabulary ../shared/data
 * </pre>
 *
 * <p>The Danish and English labels are those of the eForms SDK (European Union, CC BY 4.0) and of
 * the vocabulary; {@code seed-da-en.tsv} was written by hand. This room does not search.
 */
@NullMarked
package dk.brobygger.benchmarks.bridge;

import org.jspecify.annotations.NullMarked;
