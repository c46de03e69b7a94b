package io.tweestap.otp.pskc;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a key's policy (RFC 6030 section 5).
final class PolicyParser {
  private static final Set<String> KNOWN =
      Set.of("StartDate", "ExpiryDate", "PINPolicy", "KeyUsage", "NumberOfTransactions");
  private static final int MAX_SMALL = 1_000_000;

  private PolicyParser() {}

  static PskcPolicy policy(Xml policy) {
    List<Xml> children = policy.children();
    String transactions = policy.childText("NumberOfTransactions");
    return new PskcPolicy(
        Numbers.moment(policy.childText("StartDate")),
        Numbers.moment(policy.childText("ExpiryDate")),
        policy.children("KeyUsage").stream().map(Xml::text).collect(Collectors.toSet()),
        transactions == null ? null : Numbers.parse(transactions, 0, Long.MAX_VALUE),
        policy.child("PINPolicy").map(PolicyParser::pin).orElse(null),
        children.stream().allMatch(child -> KNOWN.contains(child.name())));
  }

  private static PskcPolicy.Pin pin(Xml pin) {
    return new PskcPolicy.Pin(
        pin.attribute("PINKeyId"),
        pin.attribute("PINUsageMode"),
        small(pin.attribute("MaxFailedAttempts")),
        small(pin.attribute("MinLength")),
        small(pin.attribute("MaxLength")),
        pin.attribute("PINEncoding"));
  }

  private static @Nullable Integer small(@Nullable String text) {
    return Numbers.parseInt(text, 0, MAX_SMALL);
  }
}
