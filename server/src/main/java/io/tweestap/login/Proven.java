package io.tweestap.login;

import io.tweestap.factor.AnswerOutcome.Right;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which factors were shown in a login.
///
/// @param factor the last one
/// @param at when
/// @param amr values of RFC 8176 that the factors added, without the password's
/// @param strongest how strong the strongest was
public record Proven(
    Optional<FactorId> factor,
    Optional<FactorKind> kind,
    Optional<Instant> at,
    List<String> amr,
    Optional<Strength> strongest) {
  /// No factor.
  public static final Proven NOTHING =
      new Proven(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /// RFC 8176: a key that cannot be copied.
  static final String DEVICE_BOUND = "hwk";

  private static final int ONE_FACTOR = 1;
  private static final int TWO_FACTORS = 2;
  private static final int PHISHING_RESISTANT = 3;

  public Proven {
    amr = List.copyOf(amr);
  }

  /// These and one more.
  public Proven and(Right right, Instant when) {
    TreeSet<String> all = new TreeSet<>(amr);
    all.addAll(right.amr());
    Strength strength = right.kind().strength();
    boolean stronger = strongest.filter(known -> known.compareTo(strength) >= 0).isEmpty();
    return new Proven(
        Optional.of(right.id()),
        Optional.of(right.kind()),
        Optional.of(when),
        List.copyOf(all),
        stronger ? Optional.of(strength) : strongest);
  }

  /// Methods for the result (RFC 8176): the password that the application vouches for, what the
  /// factors were, and `mfa` only where both are there. At a password reset nobody knew the
  /// password, and the code to an address is no factor.
  List<String> amr(Purpose purpose) {
    List<String> all = new ArrayList<>();
    boolean password = purpose != Purpose.PASSWORD_RESET;
    if (password) {
      all.add("pwd");
    }
    all.addAll(amr);
    if (password && factor.isPresent()) {
      all.add("mfa");
    }
    return all;
  }

  /// The level reached: 1 with one factor, 2 with two, 3 with two of which one withstands phishing
  /// and cannot be copied to another device (NIST SP 800-63B-4 section 2.3.2, WA-25).
  int acr(Purpose purpose) {
    if (purpose == Purpose.PASSWORD_RESET || factor.isEmpty()) {
      return ONE_FACTOR;
    }
    boolean resistant = strongest.equals(Optional.of(Strength.PHISHING_RESISTANT));
    return resistant && amr.contains(DEVICE_BOUND) ? PHISHING_RESISTANT : TWO_FACTORS;
  }
}
