package dk.brobygger.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that cannot even be read, such as an address with a broken percent sign: one
 * sentence and nothing about the server. All others are answered by {@link Web}.
 */
final class UnreadableRequests extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Web.PROTECTION.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    String sentence = HttpStatus.getMessage(response.getStatus()) + ": the request cannot be read.";
    Content.Sink.write(response, true, sentence + "\n", callback);
    return true;
  }
}
