package dk.brobygger.indexer.fetch;

import java.net.SocketException;

/** A connection was not made because it would not lead to the public internet. */
final class PrivateAddressException extends SocketException {

  private static final long serialVersionUID = 1L;

  PrivateAddressException(String message) {
    super(message);
  }
}
