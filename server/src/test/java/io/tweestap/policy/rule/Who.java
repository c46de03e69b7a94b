package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Facts;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.RememberedFact;
import io.tweestap.policy.exemption.ExemptionFact;
import io.tweestap.user.UserState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads `in admins, holds totp, skips 2` and a moment into the facts of a decision.
final class Who {
  private final Set<String> groups = new HashSet<>();
  private String application = "shop";
  private Purpose purpose = Purpose.LOGIN;
  private Set<FactorKind> held = Set.of();
  private boolean deviceBound = true;
  private Optional<RememberedFact> browser = Optional.empty();
  private Optional<Instant> lastProof = Optional.empty();
  private boolean risky;
  private ZoneId zone = ZoneId.of("Europe/Amsterdam");
  private Optional<LocalDate> deadline = Optional.empty();
  private int skipsUsed;
  private Optional<ExemptionFact> exemption = Optional.empty();
  private UserState state = UserState.ACTIVE;
  private final Instant now;

  private Who(Instant now) {
    this.now = now;
  }

  static Who read(String text, String moment) {
    var who = new Who(instant(moment));
    for (String phrase : text.split(",")) {
      who.hear(phrase.strip());
    }
    return who;
  }

  private void hear(String phrase) {
    String[] parts = phrase.split(" ", 2);
    String rest = parts.length > 1 ? parts[1].strip() : "";
    switch (parts[0]) {
      case "anybody" -> {}
      case "in" -> groups.addAll(Set.of(rest.split("\\+")));
      case "at" -> application = rest;
      case "for" -> purpose = Purpose.of(rest).orElseThrow();
      case "holds" -> held = PolicyWords.kinds(rest);
      case "copied" -> deviceBound = false;
      case "browser" -> browser = Optional.of(new RememberedFact(instant(rest)));
      case "proved" -> lastProof = Optional.of(instant(rest));
      case "risky" -> risky = true;
      case "zone" -> zone = ZoneId.of(rest);
      case "deadline" -> deadline = Optional.of(LocalDate.parse(rest));
      case "skipped" -> skipsUsed = Integer.parseInt(rest);
      case "exempt" -> exemption = Optional.of(new ExemptionFact(instant(rest)));
      case "suspended", "closed" -> state = UserState.valueOf(parts[0].toUpperCase(Locale.ROOT));
      default -> throw new IllegalArgumentException("unknown fact: " + phrase);
    }
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  Facts facts() {
    return new Facts(
        groups,
        application,
        purpose,
        held,
        deviceBound,
        browser,
        lastProof,
        risky,
        now,
        zone,
        deadline,
        skipsUsed,
        exemption,
        state);
  }
}
