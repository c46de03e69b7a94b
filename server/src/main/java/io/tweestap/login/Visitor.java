package io.tweestap.login;

import io.tweestap.audit.SourceNetwork;
import io.tweestap.shared.IpAddress;
import java.util.Optional;

/// Who stands before the application, as it passes that on.
///
/// @param ip address of the visitor, IPv4 or IPv6; kept only while the login is pending
/// @param place the network of that address, such as `203.0.113.0/24`
/// @param userAgent of the browser, at most 300 characters on one line
public record Visitor(Optional<String> ip, Optional<String> place, Optional<String> userAgent) {
  /// Longest user agent that is kept.
  public static final int USER_AGENT_MAX = 300;

  public static Visitor of(Optional<String> ip, Optional<String> userAgent) {
    return new Visitor(ip, ip.flatMap(SourceNetwork::of), userAgent);
  }

  /// What failures and messages are counted by: the address, of IPv6 the part that one visitor
  /// owns.
  public Optional<String> counted() {
    return ip.map(IpAddress::countedAs);
  }

  /// Where from, for the audit: the address, or what is left of it once the login is over.
  public Optional<String> source() {
    return ip.or(() -> place);
  }

  /// The same with the address as it was given.
  Visitor at(Optional<String> address) {
    return new Visitor(address, place, userAgent);
  }

  /// Shows nothing that leads to a person.
  @Override
  public String toString() {
    return "Visitor[]";
  }
}
