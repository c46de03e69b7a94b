package io.tweestap.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// A look-up that refuses a name as soon as one of its addresses is not allowed. Saving an endpoint
/// and opening a connection both go through it, and a connection goes to the very addresses that
/// were checked: a name that changes its answer in between (DNS rebinding) gains nothing.
public final class GuardedLookup implements HostLookup {
  /// More addresses are not tried, so that a name with many dead ones cannot hold a connection up.
  private static final int MAX_TRIED = 3;

  private final HostLookup lookup;
  private final boolean allowPrivate;

  public GuardedLookup(HostLookup lookup, boolean allowPrivate) {
    this.lookup = lookup;
    this.allowPrivate = allowPrivate;
  }

  /// At most three addresses, all allowed.
  ///
  /// @throws AddressRefusedException when any address of the name is not allowed
  @Override
  public List<InetAddress> addresses(String host) throws UnknownHostException {
    List<InetAddress> found = lookup.addresses(host);
    if (!found.stream().allMatch(this::allows)) {
      throw new AddressRefusedException();
    }
    return found.stream().limit(MAX_TRIED).toList();
  }

  private boolean allows(InetAddress address) {
    return switch (AddressKind.of(address)) {
      case PUBLIC -> true;
      case PRIVATE -> allowPrivate;
      case FORBIDDEN -> false;
    };
  }
}
