package io.tweestap.factor.apppassword;

import io.tweestap.limit.LateLimits;
import io.tweestap.limit.Limit;
import io.tweestap.limit.Use;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.UserRef;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Counts wrong app passwords by user and by source, apart from everything that counts at a login
/// (APP-5). Right ones cost nothing.
///
/// A password of 140 bits cannot be guessed; this keeps noise down. The limits are wide, so that
/// one forgotten phone that tries an old password every minute stops none of its user's others.
@Component
class FailureThrottle {
  private static final int IPV6_NETWORK_BYTES = 8;

  private final LateLimits limits;
  private final Tenants tenants;

  FailureThrottle(LateLimits limits, Tenants tenants) {
    this.limits = limits;
    this.tenants = tenants;
  }

  /// Whether passwords for this user from this source are looked at now.
  boolean isOpen(TenantId tenant, UserRef user, Optional<InetAddress> source) {
    Map<String, Integer> lowered = lowered(tenant);
    boolean open = true;
    for (Use use : uses(user, source)) {
      open &= limits.waitFor(tenant, lowered, use).isZero();
    }
    return open;
  }

  /// Counts a failure. Only while it is open: what is not looked at must not keep it closed, or a
  /// flood of an hour would close a user's mail for days (invariant 8).
  void count(TenantId tenant, UserRef user, Optional<InetAddress> source) {
    Map<String, Integer> lowered = lowered(tenant);
    uses(user, source).forEach(use -> limits.add(tenant, lowered, use));
  }

  private Map<String, Integer> lowered(TenantId tenant) {
    return tenants.get(tenant).settings().limits();
  }

  private static List<Use> uses(UserRef user, Optional<InetAddress> source) {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(Limit.APP_PASSWORD_FAILURES_PER_USER_HOUR, user.value()));
    source.ifPresent(
        from -> uses.add(new Use(Limit.APP_PASSWORD_FAILURES_PER_SOURCE_HOUR, countedAs(from))));
    return uses;
  }

  /// One visitor owns all of an IPv6 network, so the network is counted.
  private static String countedAs(InetAddress source) {
    byte[] bytes = source.getAddress();
    return HexFormat.of()
        .formatHex(
            source instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
  }
}
