package dk.brobygger.web.page;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.web.Refusal;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes pages of templates, in the language of who asks. Safe for many threads. */
public final class Press {

  private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

  private final Clock clock;
  private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dk.brobygger.web.template");

  /** Pages with the words of a vocabulary, whose competences a tagger finds, by a clock. */
  public Press(Vocabulary vocabulary, CompetenceTagger tagger, Clock clock) {
    this.clock = clock;
    for (Language language : Language.OF_USERS) {
      wordings.put(language, new Wording(language, vocabulary, tagger));
    }
  }

  /** The words in the language of who asks; the answer says that it is in it. */
  public Wording wording(Context context) {
    Language language = language(context);
    context.header("Content-Language", language.code());
    context.header("Vary", "Accept-Language, Cookie");
    return Objects.requireNonNull(wordings.get(language));
  }

  /** Answers with a page; the template is given the model and the page. */
  public void show(Context context, String template, Map<String, Object> model) {
    Wording wording = wording(context);
    Map<String, Object> whole = new HashMap<>(model);
    whole.put("page", Page.of(context, wording, clock.instant()));
    StringOutput html = new StringOutput();
    templates.render(template, whole, html);
    context.contentType("text/html;charset=utf-8").result(html.toString());
  }

  /** Tells a person what went wrong. */
  public void problem(Context context, int status, Exception reason) {
    Language language = language(context);
    Map<String, Object> model = new HashMap<>();
    model.put("kind", status == 404 ? "missing" : status < 500 ? "refused" : "failed");
    if (reason instanceof Refusal refusal) {
      model.put("spoken", language.code());
      model.put("reason", refusal.sentence(language));
    } else {
      model.put("spoken", Language.EN.code());
      model.put("reason", String.valueOf(reason.getMessage()));
    }
    context.status(status);
    show(context, "problem.jte", model);
  }

  /** The switch counts first, then what was switched to before, then what the browser prefers. */
  private static Language language(Context context) {
    Optional<Language> switched = known(context.queryParam("lang"));
    switched.ifPresent(language -> remember(context, language));
    return switched
        .or(() -> known(context.cookie("lang")))
        .orElseGet(() -> preferred(context.header("Accept-Language")));
  }

  private static Optional<Language> known(@org.jspecify.annotations.Nullable String code) {
    for (Language language : Language.OF_USERS) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private static void remember(Context context, Language language) {
    Cookie cookie = new Cookie("lang", language.code());
    cookie.setMaxAge(YEAR_SECONDS);
    cookie.setSameSite(io.javalin.http.SameSite.LAX);
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    context.cookie(cookie);
  }

  /** RFC 9110, section 12.5.4: the language with the greatest weight; Danish where none is ours. */
  private static Language preferred(@org.jspecify.annotations.Nullable String header) {
    if (header == null || header.isBlank()) {
      return Language.DA;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        String code = range.getRange().split("-", 2)[0];
        if (range.getWeight() > 0 && known(code).isPresent()) {
          return Language.ofUsers(code);
        }
      }
    } catch (IllegalArgumentException e) {
      return Language.DA;
    }
    return Language.EN;
  }
}
