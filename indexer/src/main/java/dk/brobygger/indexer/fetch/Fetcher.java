package dk.brobygger.indexer.fetch;

import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * One exchange with one host: a request goes out once and comes to exactly one outcome, within its
 * limits.
 *
 * <p>It follows no redirect, repeats nothing, keeps no cookie, uses no proxy, sends no password,
 * and connects to nothing its guard does not let through. Speaks HTTP/2 where the host does, else
 * HTTP/1.1. Whether and when to ask is for others to say. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {

  /** Connections wait so long for the next request; Apache closes them after 5 s by default. */
  private static final int KEEP_SECONDS = 4;

  private static final int IDLE_CONNECTIONS = 64;
  private static final long PIECE = 8_192;

  private final OkHttpClient client;
  private final String userAgent;
  private final Limits limits;

  /**
   * Makes one.
   *
   * @param userAgent who asks, with an address where a person can be reached (RFC 9110, section
   *     10.1.5)
   */
  public Fetcher(String userAgent, AddressGuard guard, Limits limits) {
    this(userAgent, limits, client(guard, limits).build());
  }

  Fetcher(String userAgent, Limits limits, OkHttpClient client) {
    this.userAgent = userAgent;
    this.limits = limits;
    this.client = client;
  }

  static OkHttpClient.Builder client(AddressGuard guard, Limits limits) {
    return new OkHttpClient.Builder()
        .socketFactory(new GuardedSockets(guard))
        .dns(Dns.SYSTEM)
        .proxy(Proxy.NO_PROXY)
        .cookieJar(CookieJar.NO_COOKIES)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .callTimeout(limits.time())
        .connectTimeout(limits.time())
        .readTimeout(limits.time())
        .writeTimeout(limits.time())
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_SECONDS, TimeUnit.SECONDS))
        .addNetworkInterceptor(Fetcher::onceOnly)
        .addNetworkInterceptor(Fetcher::persistentOnly);
  }

  /** The client would ask again by itself where a 503 says that it may be at once. */
  private static Response onceOnly(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503 && "0".equals(response.header("Retry-After"))
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /**
   * An HTTP/1.0 host ends the connection after its answer unless it says that it will not (RFC
   * 9112, section 9.3); the client keeps it, and loses the next request to a connection that is no
   * more.
   */
  private static Response persistentOnly(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean ends =
        response.protocol() == Protocol.HTTP_1_0
            && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
    return ends && chain.connection() instanceof Connection connection
        ? response.newBuilder().body(closing(response.body(), connection.socket())).build()
        : response;
  }

  /** The same content, at whose end the connection is closed. */
  private static ResponseBody closing(ResponseBody body, Socket connection) {
    Source source =
        new ForwardingSource(body.source()) {
          @Override
          public void close() throws IOException {
            super.close();
            connection.close();
          }
        };
    return ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength());
  }

  /** Asks once. What goes wrong is an outcome, never an exception. */
  public FetchOutcome fetch(FetchRequest request) {
    try (Response response = client.newCall(http(request)).execute()) {
      return outcome(request, response);
    } catch (PrivateAddressException e) {
      return new Refused(request.address().host() + ": " + e.getMessage(), true);
    } catch (InterruptedIOException e) {
      return Failed.without("no whole answer within " + limits.time().toMillis() + " ms");
    } catch (IOException e) {
      return Failed.without(reason(e));
    }
  }

  private static String reason(IOException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return failure.getClass().getSimpleName().replace("Exception", "") + ": " + message;
  }

  private Request http(FetchRequest request) {
    Request.Builder http =
        new Request.Builder()
            .url(request.address().url())
            .header("User-Agent", userAgent)
            .header("Accept-Language", "en, da;q=0.8, *;q=0.5");
    request.known().etag().ifPresent(tag -> http.header("If-None-Match", tag));
    request.known().lastModified().ifPresent(moment -> http.header("If-Modified-Since", moment));
    return request.parts().isEmpty() ? http.build() : http.post(form(request.parts())).build();
  }

  private static RequestBody form(List<FetchRequest.Part> parts) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    for (FetchRequest.Part part : parts) {
      form.addFormDataPart(
          part.name(),
          part.name(),
          RequestBody.create(
              part.content().getBytes(StandardCharsets.UTF_8), MediaType.get(part.type())));
    }
    return form.build();
  }

  private FetchOutcome outcome(FetchRequest request, Response response) throws IOException {
    int status = response.code();
    Optional<String> location = Optional.ofNullable(response.header("Location"));
    return switch (status) {
      case 200, 203 -> content(request, response);
      case 304 -> new Unchanged();
      case 301, 302, 303, 307, 308 ->
          location.map(to -> moved(request.address(), to)).orElse(Failed.with(status));
      case 429, 503 -> new Deferred(status, Optional.ofNullable(response.header("Retry-After")));
      default -> Failed.with(status);
    };
  }

  private static FetchOutcome moved(PageAddress from, String location) {
    try {
      return new Moved(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return new Refused("redirect: " + e.getMessage(), false);
    }
  }

  private FetchOutcome content(FetchRequest request, Response response) throws IOException {
    Optional<byte[]> body = read(response.body(), request.most());
    if (body.isEmpty()) {
      return new Failed(
          OptionalInt.of(response.code()), "content is over " + limits.bytes() + " bytes");
    }
    Validators validators =
        new Validators(
            Optional.ofNullable(response.header("ETag")),
            Optional.ofNullable(response.header("Last-Modified")));
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    return new Fetched(request.address(), type, body.get(), validators);
  }

  /** The content, unpacked, as far as it is wanted; empty if there is more than may be. */
  private Optional<byte[]> read(ResponseBody body, long most) throws IOException {
    BufferedSource source = body.source();
    Buffer taken = new Buffer();
    while (taken.size() < most && source.read(taken, PIECE) != -1) {
      if (taken.size() > limits.bytes()) {
        return Optional.empty();
      }
    }
    return Optional.of(taken.readByteArray());
  }

  /** Closes what is idle; requests on their way end as they would. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
