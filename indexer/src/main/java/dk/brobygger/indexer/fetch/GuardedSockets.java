package dk.brobygger.indexer.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/** Sockets that connect to nothing the guard does not let through. */
final class GuardedSockets extends SocketFactory {

  private final AddressGuard guard;

  GuardedSockets(AddressGuard guard) {
    this.guard = guard;
  }

  /** Without a proxy, whatever the machine's settings: a proxy would look names up by itself. */
  private static final class GuardedSocket extends Socket {

    private final AddressGuard guard;

    GuardedSocket(AddressGuard guard) {
      super(Proxy.NO_PROXY);
      this.guard = guard;
    }

    @Override
    public void connect(SocketAddress address) throws IOException {
      connect(address, 0);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      if (!(address instanceof InetSocketAddress internet)) {
        throw new SocketException("cannot connect to " + address);
      }
      guard.check(internet);
      super.connect(internet, timeout);
    }
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }
}
