package io.tweestap.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host name; the port to the name service.
public interface HostLookup {
  /// All addresses, at least one.
  ///
  /// @throws UnknownHostException when there is none or the name service does not answer in time
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
