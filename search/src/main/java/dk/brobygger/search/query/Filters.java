package dk.brobygger.search.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facets and their values as parts of a question. */
public final class Filters {

  /** A small word and its value, which begins with a letter and holds no sign of an address. */
  private static final Pattern FILTER = Pattern.compile("-?(\\p{Ll}+):(\"?\\p{L}[^:@/]*)?");

  private Filters() {}

  /**
   * Entries with any of some values of a facet; empty where there is no value.
   *
   * @param values as they are written
   * @throws FilterException if no entry can have one of them
   */
  public static Optional<Query> of(Facet facet, List<String> values) {
    List<Query> filters =
        values.stream().<Query>map(value -> new Query.Has(facet, facet.canonical(value))).toList();
    filters.forEach(Filters::check);
    return joined(filters).stream().findFirst();
  }

  /**
   * The same parts with those of one facet made one, which any of its values answers: nobody is at
   * home in two countries, so who names two wants entries of either. Several facets must all be
   * answered, and so must what is ruled out.
   */
  static List<Query> joined(List<Query> parts) {
    Map<Object, Set<Query>> joined = new LinkedHashMap<>();
    for (Query part : parts) {
      Object about = part instanceof Query.Has has ? has.facet() : part;
      joined.computeIfAbsent(about, one -> new LinkedHashSet<>()).add(part);
    }
    return joined.values().stream().map(Filters::any).toList();
  }

  private static Query any(Set<Query> ways) {
    return ways.size() == 1 ? ways.iterator().next() : new Query.Any(List.copyOf(ways));
  }

  /**
   * Refuses what is typed like a filter, but names none or gives it no value. A colon in a time, an
   * address or after a word of a sentence makes no filter.
   *
   * @param typed a whole question
   * @throws FilterNameException if a filter has a name that there is not
   * @throws FilterException if a filter has no value
   */
  public static void checkNames(String typed) {
    Matcher part = QueryParser.PART.matcher(typed);
    while (part.find()) {
      String word = part.group(2) == null ? part.group() : "";
      Matcher filter = FILTER.matcher(word);
      if (filter.matches()) {
        Optional<Facet> facet = Facet.named(filter.group(1));
        boolean empty = filter.group(2) == null;
        if (facet.isPresent() && empty) {
          throw new FilterException(facet.get(), "");
        }
        if (facet.isEmpty() && !empty) {
          throw new FilterNameException(filter.group(1));
        }
      }
    }
  }

  /**
   * Refuses a question that asks for a value of a facet which no entry can have, or rules one out.
   *
   * @throws FilterException if it does
   */
  static void check(Query query) {
    switch (query) {
      case Query.Has has -> {
        if (!has.facet().allows(has.value())) {
          throw new FilterException(has.facet(), has.value());
        }
      }
      case Query.Not not -> check(not.query());
      case Query.Weighted weighted -> check(weighted.query());
      case Query.Demoting demoting -> check(demoting.query());
      case Query.Any any -> any.queries().forEach(Filters::check);
      case Query.Either either -> either.queries().forEach(Filters::check);
      case Query.Every every -> every.queries().forEach(Filters::check);
      default -> {}
    }
  }
}
