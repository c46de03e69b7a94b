package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Profile;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Stay;
import io.tweestap.policy.Terms;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads `Admins: for admins, required 2027-03-01, in Europe/Amsterdam`.
final class PolicyWords {
  private static final Set<String> KNOWN =
      Set.of(
          "for",
          "at",
          "available",
          "required",
          "in",
          "kinds",
          "strength",
          "ask",
          "skips",
          "late",
          "purposes",
          "proof",
          "stay",
          "idle",
          "remember",
          "profile");

  private final Map<String, String> words = new HashMap<>();

  private PolicyWords(String text) {
    for (String phrase : text.split(",")) {
      String[] parts = phrase.strip().split(" ", 2);
      if (!parts[0].isEmpty() && !KNOWN.contains(parts[0])) {
        throw new IllegalArgumentException("unknown word of a policy: " + parts[0]);
      }
      words.put(parts[0], parts.length > 1 ? parts[1].strip() : "");
    }
  }

  static Policy read(String text) {
    String[] parts = text.split(":", 2);
    var read = new PolicyWords(parts[1]);
    return new Policy(
        UUID.nameUUIDFromBytes(parts[0].getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        parts[0].strip(),
        read.of("for", text1 -> text1),
        read.of("at", text1 -> text1),
        read.terms(),
        List.of(),
        false);
  }

  private Terms terms() {
    return new Terms(
        of("available", LocalDate::parse),
        of("required", LocalDate::parse),
        of("in", ZoneId::of),
        of("kinds", PolicyWords::kinds),
        of("strength", text -> Strength.valueOf(text.toUpperCase(Locale.ROOT))),
        of("ask", PolicyWords::frequency),
        of("skips", Integer::valueOf),
        of("late", text -> text.equals("allowed")),
        of("purposes", PolicyWords::purposes),
        of("proof", text -> FirstFactorProof.of(text).orElseThrow()),
        new Stay(
            of("stay", PolicyWords::time),
            of("idle", PolicyWords::time),
            of("remember", PolicyWords::time),
            of("profile", text -> Profile.of(text).orElseThrow())));
  }

  private <T> Optional<T> of(String word, Function<String, T> reader) {
    return Optional.ofNullable(words.get(word)).map(reader);
  }

  /// `totp+phone`.
  static Set<FactorKind> kinds(String text) {
    return Arrays.stream(text.split("\\+"))
        .map(kind -> FactorKind.of(kind.strip()).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Purpose> purposes(String text) {
    return text.equals("none")
        ? Set.of()
        : Arrays.stream(text.split("\\+"))
            .map(purpose -> Purpose.of(purpose.strip()).orElseThrow())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// `every login`, `by risk`, `30 days`.
  private static Frequency frequency(String text) {
    return switch (text) {
      case "every login" -> new Frequency.EveryLogin();
      case "by risk" -> new Frequency.ByRisk();
      default -> new Frequency.PerBrowser(Integer.parseInt(text.split(" ")[0]));
    };
  }

  /// `15m`, `8h`, `30d`, `never`.
  static Duration time(String text) {
    if (text.equals("never")) {
      return Duration.ZERO;
    }
    int number = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> throw new IllegalArgumentException("not a time: " + text);
    };
  }
}
