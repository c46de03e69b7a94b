package io.tweestap.policy;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// What a policy asks for. Whatever is empty, the policy says nothing about, and leaves to others.
///
/// @param availableFrom enrollment is offered from midnight of this date; empty means from the
///   start
/// @param requiredFrom a second step is required from midnight of this date; empty means never
/// @param zone where midnight is; empty means where the tenant is
/// @param kinds second factors that may be used; empty means all
/// @param strength how strong a factor must be at least
/// @param frequency how often it is asked for
/// @param skipsMax how often enrollment may be put off before the date; 0 or more
/// @param lateEnrollment whether somebody without a factor may still set one up inside a login
///   after the date; empty means yes
/// @param purposes those at which the policy asks for a second step; empty means all, an empty set
///   none
/// @param proof what is shown before a first factor is added inside a login
/// @param stay how long a login lasts and a browser is remembered
public record Terms(
    Optional<LocalDate> availableFrom,
    Optional<LocalDate> requiredFrom,
    Optional<ZoneId> zone,
    Optional<Set<FactorKind>> kinds,
    Optional<Strength> strength,
    Optional<Frequency> frequency,
    Optional<Integer> skipsMax,
    Optional<Boolean> lateEnrollment,
    Optional<Set<Purpose>> purposes,
    Optional<FirstFactorProof> proof,
    Stay stay) {
  public Terms {
    kinds = kinds.map(Set::copyOf);
    purposes = purposes.map(Set::copyOf);
    if (kinds.filter(Set::isEmpty).isPresent() || skipsMax.filter(max -> max < 0).isPresent()) {
      throw new IllegalArgumentException("at least one kind, no fewer than no skips");
    }
    if (availableFrom.isPresent()
        && requiredFrom.filter(date -> date.isBefore(availableFrom.get())).isPresent()) {
      throw new IllegalArgumentException("required before it is available");
    }
  }

  /// Says nothing about anything.
  public static final Terms NONE =
      new Terms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Stay.USUAL);

  /// The same, with this shown before a first factor.
  public Terms proving(FirstFactorProof first) {
    return new Terms(
        availableFrom,
        requiredFrom,
        zone,
        kinds,
        strength,
        frequency,
        skipsMax,
        lateEnrollment,
        purposes,
        Optional.of(first),
        stay);
  }

  /// The same, its dates in this zone.
  Terms in(ZoneId other) {
    return new Terms(
        availableFrom,
        requiredFrom,
        Optional.of(other),
        kinds,
        strength,
        frequency,
        skipsMax,
        lateEnrollment,
        purposes,
        proof,
        stay);
  }
}
