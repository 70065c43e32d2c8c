package dk.brobygger.web;

import dk.brobygger.web.api.Api;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that cannot even be read, such as an address with a broken percent sign: one
 * sentence and nothing about the server. The language of who asks has not been read either, so
 * pages say it in both, and of an address that could not be read it is not known whether it is one
 * of the API. All others are answered by {@link Web}.
 */
final class UnreadableRequests extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Web.PROTECTION.forEach(response.getHeaders()::put);
    int status = response.getStatus();
    String title = HttpStatus.getMessage(status);
    boolean api = Api.has(String.valueOf(request.getHttpURI().getPath()));
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, api ? Api.PROBLEM : "text/plain; charset=utf-8");
    Content.Sink.write(
        response,
        true,
        api
            ? Api.problem(status, title, "the request cannot be read")
            : "Forespørgslen kan ikke læses.\n" + title + ": the request cannot be read.\n",
        callback);
    return true;
  }
}
