package dk.brobygger.web.delegation;

import dk.brobygger.web.Site;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;

/** Somebody of the staff at a site, let in, who looks at a page and presses its buttons. */
public final class Staff {

  private final Site site;
  private final String cookie;

  /** Comes in with the key. */
  public Staff(Site site) {
    this.site = site;
    HttpResponse<String> answer = site.post("/staff/door", Map.of("key", site.key()));
    this.cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /** What the browser sends along. */
  public String cookie() {
    return cookie;
  }

  /** A page in English. */
  public Document page(String path) {
    return site.page(path, "Cookie", cookie, "Accept-Language", "en");
  }

  /** Acts on a plan as it is shown: pairs of a name and a value. */
  public HttpResponse<String> act(String key, String act, String... more) {
    Document page = page("/delegations/" + key);
    Map<String, String> form = new HashMap<>();
    form.put("form", page.expectFirst("[name=form]").attr("value"));
    form.put("version", page.expectFirst("[name=version]").attr("value"));
    form.put("act", act);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return post("/delegations/" + key, form);
  }

  /** Sends a form with the cookie. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    return site.post(path, form, "Cookie", cookie, "Accept-Language", "en");
  }
}
