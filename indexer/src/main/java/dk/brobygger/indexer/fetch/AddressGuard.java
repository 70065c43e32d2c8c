package dk.brobygger.indexer.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the crawler off addresses that are not on the public internet, such as our own machine, our
 * neighbours in a private network, or a cloud's metadata service.
 *
 * <p>It judges the very address a socket is about to connect to: after DNS, for each redirect anew,
 * whatever tricks the written address played. Immutable.
 */
public final class AddressGuard {

  /**
   * IPv4 addresses that are not globally reachable, by IANA's <a
   * href="https://www.iana.org/assignments/iana-ipv4-special-registry/">special-purpose
   * registry</a>, with multicast and the reserved rest, and 6to4 relays, which lead anywhere.
   */
  private static final List<Block> NOT_PUBLIC_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** Addresses of clouds' own services in public ranges: Azure's host, Oracle's and Alibaba's. */
  private static final List<Block> METADATA =
      blocks("168.63.129.16/32", "192.0.0.192/32", "100.100.100.200/32");

  /**
   * All that is assigned for the public IPv6 internet. Outside of it are loopback, link-local,
   * unique local and multicast addresses, and those that carry an IPv4 address (mapped, compatible,
   * NAT64: RFC 4291, section 2.5.5; RFC 6052).
   */
  private static final Block GLOBAL_V6 = Block.of("2000::/3");

  /**
   * What is not public in there: protocol assignments with Teredo and ORCHID, 6to4, documentation
   * (IANA's <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">registry</a>).
   */
  private static final List<Block> NOT_PUBLIC_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private final Set<InetSocketAddress> permitted;

  /** Addresses that begin with the same bits. */
  private record Block(BigInteger first, int length, int bits) {

    static Block of(String written) {
      int slash = written.indexOf('/');
      byte[] bytes =
          new InetSocketAddress(written.substring(0, slash), 0).getAddress().getAddress();
      return new Block(
          new BigInteger(1, bytes), bytes.length, Integer.parseInt(written.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      int rest = length * 8 - bits;
      return address.length == length
          && new BigInteger(1, address).shiftRight(rest).equals(first.shiftRight(rest));
    }
  }

  private static List<Block> blocks(String... written) {
    return Arrays.stream(written).map(Block::of).toList();
  }

  /**
   * A guard that lets through public addresses and these exceptions.
   *
   * @param permitted exceptions, each an IP address with its one port; never a name, which could
   *     lead elsewhere at the second look
   * @throws IllegalArgumentException if one of them is a name
   */
  public AddressGuard(Set<InetSocketAddress> permitted) {
    for (InetSocketAddress exception : permitted) {
      if (exception.isUnresolved() || exception.getPort() == 0) {
        throw new IllegalArgumentException(
            "permitted is " + exception + ", must be an IP address with a port");
      }
    }
    this.permitted = Set.copyOf(permitted);
  }

  /**
   * Lets an address pass or does not.
   *
   * @throws PrivateAddressException if it is not public and no exception
   */
  void check(InetSocketAddress address) throws SocketException {
    InetAddress ip = address.getAddress();
    if (ip == null) {
      throw new SocketException("unknown host " + address.getHostString());
    }
    boolean exception = permitted.contains(new InetSocketAddress(ip, address.getPort()));
    if (!exception && !isPublic(ip)) {
      throw new PrivateAddressException(ip.getHostAddress() + " is not a public address");
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? Stream.concat(NOT_PUBLIC_V4.stream(), METADATA.stream())
            .noneMatch(block -> block.holds(bytes))
        : GLOBAL_V6.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.holds(bytes));
  }
}
