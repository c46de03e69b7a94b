package io.tweestap.risk;

import io.tweestap.shared.IpAddress;
import io.tweestap.shared.Network;
import io.tweestap.shared.PhoneNumber;
import java.net.Inet4Address;
import java.util.List;

/// What the fraud guard of a tenant neither counts nor refuses. `toString` shows no numbers.
///
/// @param numbers phone numbers, or what they begin with: `+` and 2 to 15 digits
/// @param networks where visitors come from, in CIDR form or as single addresses
public record SafeList(List<String> numbers, List<String> networks) {
  /// Nothing is safe.
  public static final SafeList NONE = new SafeList(List.of(), List.of());

  /// Most entries of each kind.
  public static final int ENTRIES_MAX = 100;

  private static final String NUMBER = "\\+[1-9][0-9]{1,14}";
  private static final int DIGITS_MIN = 6;
  private static final int PREFIX_MIN_V4 = 16;
  private static final int PREFIX_MIN_V6 = 32;

  public SafeList {
    numbers = List.copyOf(numbers);
    networks = List.copyOf(networks);
    if (numbers.size() > ENTRIES_MAX || networks.size() > ENTRIES_MAX) {
      throw new IllegalArgumentException("a safe list has at most 100 entries of each kind");
    }
    if (!numbers.stream().allMatch(SafeList::isNumber)) {
      throw new IllegalArgumentException("a number, or the beginning of one, is + and digits");
    }
    networks.forEach(Network::valueOf);
  }

  /// Whether a text is a number or the beginning of one.
  public static boolean isNumber(String text) {
    return text.matches(NUMBER);
  }

  /// Whether it is narrow enough to be chosen: with a country, or the whole internet, on the list
  /// the guard would be off. 6 digits at least; /16 (IPv4) or /32 (IPv6) at most as wide.
  public static boolean isNarrowNumber(String text) {
    return isNumber(text) && text.length() > DIGITS_MIN;
  }

  /// The same for a network.
  ///
  /// @return false also for what is not a network
  public static boolean isNarrowNetwork(String text) {
    try {
      Network network = Network.valueOf(text);
      boolean v4 = network.address() instanceof Inet4Address;
      return network.prefixLength() >= (v4 ? PREFIX_MIN_V4 : PREFIX_MIN_V6);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  boolean covers(Sending sending) {
    return covers(sending.number()) || sending.source().map(this::coversSource).orElse(false);
  }

  boolean covers(PhoneNumber number) {
    return numbers.stream().anyMatch(number.e164()::startsWith);
  }

  private boolean coversSource(String counted) {
    String address = IpAddress.ofCounted(counted);
    return networks.stream().anyMatch(one -> Network.valueOf(one).contains(address));
  }

  @Override
  public String toString() {
    return "SafeList[" + numbers.size() + ", " + networks.size() + "]";
  }
}
