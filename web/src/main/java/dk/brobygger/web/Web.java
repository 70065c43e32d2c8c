package dk.brobygger.web;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.Desk;
import dk.brobygger.web.account.AccountPages;
import dk.brobygger.web.api.Api;
import dk.brobygger.web.delegation.Delegations;
import dk.brobygger.web.mail.DailyPost;
import dk.brobygger.web.mail.DigestPage;
import dk.brobygger.web.mail.Feeds;
import dk.brobygger.web.mail.FileMailer;
import dk.brobygger.web.mail.MailSettings;
import dk.brobygger.web.mail.Post;
import dk.brobygger.web.page.Pages;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.staff.CrawlPage;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.EndpointNotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The server: pages and API over one data folder. */
@Command(
    name = "brobygger",
    description = "Shows partners and calls in the browser.",
    mixinStandardHelpOptions = true)
public final class Web {

  /** Frames and anything from elsewhere are not needed and so not allowed. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What every answer carries. */
  static final Map<String, String> PROTECTION =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer");

  /** How soon a record written by another process is found here. */
  private static final int FOLLOW_MILLIS = 500;

  /** How long the first page has both processors before words are read that only searches need. */
  private static final int WARM_SECONDS = 2;

  /** How often is looked whether mail is to be written or sent. */
  private static final int POST_SECONDS = 20;

  /** What every server should read at least (RFC 9110, section 4.1), in characters. */
  private static final int LONGEST_ADDRESS = 8_000;

  /**
   * Address and headers, in bytes: of a request that is longer it is not known what it asks for, in
   * which language, so addresses that are too long must be read before they can be refused well.
   */
  private static final int LONGEST_HEAD = 64 * 1024;

  /** What is no two digits after a percent sign would be taken for a question without words. */
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2}).{0,2}");

  /** The signature of a link, by which it acts for somebody: it belongs into no log. */
  private static final Pattern SECRET = Pattern.compile("\\.[A-Za-z0-9_-]{40,}");

  /** What asks for a thing and changes none. */
  private static final Set<HandlerType> TAGGED = Set.of(HandlerType.GET, HandlerType.HEAD);

  private static final Logger LOG = LoggerFactory.getLogger(Web.class);

  private final Clock clock;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  private Web(Clock clock) {
    this.clock = clock;
  }

  /** Runs one command. */
  public static void main(String[] arguments) {
    CompletableFuture.runAsync(Vocabulary::shipped); // while the command line is understood
    int code = line(Clock.systemUTC()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** The commands, ready to be executed. */
  static CommandLine line(Clock clock) {
    return CommandLines.of(
        new Web(clock),
        new CommandLine(new DelegationCommand(clock)).addSubcommand(new CompositionCommand(clock)),
        new DigestCommand(clock),
        new BouncesCommand(clock),
        new RehearsalCommand(clock));
  }

  @Command(
      description = "Serves pages and API until it is stopped.",
      mixinStandardHelpOptions = true)
  int serve(
      @Option(names = "--port", defaultValue = "8080", description = "port (${DEFAULT-VALUE})")
          int port,
      @Option(
              names = "--host",
              defaultValue = "127.0.0.1",
              description = "address (${DEFAULT-VALUE})")
          String host,
      @Option(
              names = "--data",
              defaultValue = "data",
              description = "data folder (${DEFAULT-VALUE})")
          Path data)
      throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
    int chosen = port == 0 ? free(host) : port;
    MailSettings mail = MailSettings.of(data, address(host, chosen));
    Desk desk = Desk.open(data, clock.instant());
    Press press = new Press(desk.vocabulary(), desk.tagger(), clock);
    StaffDoor door = StaffDoor.of(data, press, clock);
    Javalin server = server(data, desk, door, press, mail, clock);
    try {
      server.start(host, chosen);
    } catch (io.javalin.util.JavalinException e) {
      desk.close();
      throw new IllegalArgumentException(
          "port " + chosen + " of " + host + " cannot be used: " + reason(e), e);
    }
    ScheduledExecutorService follower = follow(desk);
    ScheduledExecutorService postman = post(desk, mail, data);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              server.stop();
              follower.close();
              postman.close();
              desk.close();
            }));
    greet(address(host, chosen), door.key());
    return 0;
  }

  /**
   * Links of mails and feeds say the port, so it is chosen first; none is free where no host is.
   */
  private static int free(String host) {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return any.getLocalPort();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Where somebody on this machine finds the pages. */
  private static URI address(String host, int port) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port);
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "there is no such host";
      }
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        return "another server is running there";
      }
    }
    return String.valueOf(failure.getMessage());
  }

  private void greet(URI site, String key) {
    spec.commandLine()
        .getOut()
        .printf(
            """
            Brobygger is at %1$s/
              try   %1$s/?q=havvind
              and   %1$s/cluster/energy-cluster-denmark/calls
              API   %1$s/api/v1/openapi.json
              staff %1$s/delegations with the key %2$s
            Stop it with Ctrl-C.
            """,
            site, key);
    spec.commandLine().getOut().flush();
  }

  /** Finds what others record, and makes ready what searches need once the first pages are out. */
  private static ScheduledExecutorService follow(Desk desk) {
    ScheduledExecutorService follower =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("follower").factory());
    follower.scheduleWithFixedDelay(
        () -> {
          try {
            desk.follow();
          } catch (RuntimeException e) {
            LOG.error("the index could not follow the store, trying again", e);
          }
        },
        FOLLOW_MILLIS,
        FOLLOW_MILLIS,
        TimeUnit.MILLISECONDS);
    follower.schedule(desk::warm, WARM_SECONDS, TimeUnit.SECONDS);
    return follower;
  }

  /** Writes digests daily where that is wished, and sends what waits. */
  private ScheduledExecutorService post(Desk desk, MailSettings settings, Path data) {
    DailyPost daily =
        new DailyPost(new Post(desk, settings), DailyPost.mailer(settings, data), clock.instant());
    ScheduledExecutorService postman =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postman").factory());
    postman.scheduleWithFixedDelay(
        () -> {
          try {
            daily.run(clock.instant());
          } catch (RuntimeException e) {
            LOG.error("the post could not be done, trying again", e);
          }
        },
        POST_SECONDS,
        POST_SECONDS,
        TimeUnit.SECONDS);
    return postman;
  }

  /** A server over a data folder, not started yet. */
  static Javalin server(
      Path data, Desk desk, StaffDoor door, Press press, MailSettings mail, Clock clock)
      throws IOException {
    // Deadlines are on whole minutes: between them the same question has the same answer.
    Clock minutes = Clock.tick(clock, Duration.ofMinutes(1));
    Pages pages = new Pages(desk, door::hasLetIn, press, minutes);
    Api api = new Api(desk, minutes);
    Post post = new Post(desk, mail);
    AccountPages accounts =
        new AccountPages(
            desk,
            post::askToConfirm,
            new FileMailer(data.resolve("mail"))::erase,
            pages,
            press,
            clock);
    Feeds feeds = new Feeds(desk, post, press, clock);
    DigestPage digests = new DigestPage(desk, post, press);
    Delegations delegations = new Delegations(data, desk, door, press, clock);
    CrawlPage crawls = new CrawlPage(data, desk, press);
    return Javalin.create(config -> {
      configure(config, press);
      pages.addTo(config.routes);
      feeds.addTo(config.routes);
      accounts.addTo(config.routes);
      digests.addTo(config.routes);
      door.addTo(config.routes);
      delegations.addTo(config.routes);
      crawls.addTo(config.routes);
      api.addTo(config.routes);
    });
  }

  private static void configure(JavalinConfig config, Press press) {
    config.startup.showJavalinBanner = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEAD));
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadableRequests()));
    config.staticFiles.add(files -> {
      files.hostedPath = "/static";
      files.directory = "/static";
      files.location = Location.CLASSPATH;
    });
    config.routes.before(Web::protect);
    config.routes.after(Web::tag);
    config.routes.exception(
        HttpResponseException.class, (failure, context) -> refuse(context, press, failure));
    config.routes.exception(
        IllegalArgumentException.class,
        (failure, context) ->
            problem(context, press, 400, Refusal.of(failure, new Parameters(context).typed())));
    config.routes.exception(Refusal.class, (failure, context) -> refuse(context, press, failure));
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          LOG.error(
              "could not answer {}", SECRET.matcher(context.path()).replaceAll(".…"), failure);
          problem(context, press, 500, new IllegalStateException("the server could not answer"));
        });
  }

  private static void protect(Context context) {
    PROTECTION.forEach(context::header);
    String query = Optional.ofNullable(context.queryString()).orElse("");
    int length = context.req().getRequestURI().length() + query.length();
    if (length > LONGEST_ADDRESS) {
      throw Refusal.longAddress(length, LONGEST_ADDRESS);
    }
    Matcher broken = BROKEN_PERCENT.matcher(query);
    if (broken.find()) {
      throw Refusal.percent(broken.group());
    }
    if (!Api.has(context.path())) {
      new Parameters(context).language(); // a page would silently be in another one
    }
  }

  /**
   * What is still the same is not sent again (RFC 9110, section 8.8.3). Tags that Javalin makes
   * cost half of the time of a search, since they are made of single bytes.
   */
  private static void tag(Context context) {
    if (TAGGED.contains(context.method())
        && context.status() == HttpStatus.OK
        && context.resultInputStream() instanceof ByteArrayInputStream body) {
      context.header("ETag", '"' + DigestUtils.sha256Hex(body.readAllBytes()) + '"');
      body.reset();
    }
  }

  private static void refuse(Context context, Press press, HttpResponseException failure) {
    switch (failure) {
      case EndpointNotFound missing -> refuse(context, press, Refusal.missing(context.path()));
      case MethodNotAllowedResponse method -> {
        context.header("Allow", method.getDetails().getOrDefault("availableMethods", "GET, HEAD"));
        refuse(context, press, Refusal.method(context.method()));
      }
      default -> problem(context, press, failure.getStatus(), failure);
    }
  }

  private static void refuse(Context context, Press press, Refusal refusal) {
    problem(context, press, refusal.status(), refusal);
  }

  private static void problem(Context context, Press press, int status, Exception reason) {
    if (Api.has(context.path())) {
      Api.problem(
          context,
          status,
          status < 500 ? "Cannot be answered" : "Server error",
          String.valueOf(reason.getMessage()));
    } else {
      press.problem(context, status, reason);
    }
  }
}
