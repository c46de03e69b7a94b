package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.Decision;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what must come out, such as `offer, skips 3, why required_from 2027-03-01 by Admins`, and
/// compares. What a line does not name is not looked at.
final class Expected {
  private final String kind;
  private final Map<String, String> words = new HashMap<>();

  private Expected(String kind) {
    this.kind = kind;
  }

  static Expected read(String text) {
    String[] phrases = text.split(",");
    var expected = new Expected(phrases[0].strip());
    for (int i = 1; i < phrases.length; i++) {
      String[] parts = phrases[i].strip().split(" ", 2);
      expected.words.put(parts[0], parts.length > 1 ? parts[1].strip() : "");
    }
    return expected;
  }

  /// What differs, in words; empty when nothing does.
  List<String> differences(Decision decision) {
    var wrong = new ArrayList<String>();
    compare(wrong, "decision", kind, kindOf(decision));
    words.forEach((word, value) -> compare(wrong, word, value, actual(word, value, decision)));
    return wrong;
  }

  private static void compare(List<String> wrong, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      wrong.add("%s should be [%s] and is [%s]".formatted(what, expected, actual));
    }
  }

  private static String kindOf(Decision decision) {
    return switch (decision) {
      case Decision.Pass _ -> "pass";
      case Decision.Challenge challenge -> "ask " + kinds(challenge.allowed());
      case Decision.Enroll enroll -> enroll.required() ? "must enroll" : "offer";
      case Decision.Refuse refuse -> "refuse " + refuse.reason().kind().text();
    };
  }

  private static String actual(String word, String expected, Decision decision) {
    return switch (word) {
      case "session" -> time(decision.session().stayLoggedIn());
      case "idle" -> time(decision.session().idle());
      case "remember" -> time(decision.rememberFor());
      case "why" -> why(expected, decision.reasons());
      case "atleast" -> atLeast(decision).text();
      case "until" -> enroll(decision).until().map(LocalDate::toString).orElse("none");
      case "skips" -> skips(enroll(decision).skipsLeft());
      case "with" -> kinds(enroll(decision).allowed());
      case "first" -> kinds(enroll(decision).proveFirst());
      case "proof" -> enroll(decision).proof().text();
      default -> throw new IllegalArgumentException("unknown expectation: " + word);
    };
  }

  /// The same text when the reason is there, else all that are.
  private static String why(String expected, List<Reason> reasons) {
    List<String> given = reasons.stream().map(Expected::reason).toList();
    boolean there =
        List.of(expected.split("&")).stream()
            .map(String::strip)
            .allMatch(part -> given.stream().anyMatch(one -> matches(part, one)));
    return there ? expected : String.join("; ", given);
  }

  /// `required_from 2027-03-01 by Admins`; a line may leave out value and policy.
  private static boolean matches(String part, String given) {
    return given.equals(part)
        || given.startsWith(part + " ")
        || (part.contains(" by ")
            && given.startsWith(part.substring(0, part.indexOf(" by ")) + " ")
            && given.endsWith(part.substring(part.indexOf(" by "))));
  }

  private static String reason(Reason reason) {
    String value = reason.value().isEmpty() ? "" : " " + reason.value();
    return reason.kind().text() + value + reason.policy().map(name -> " by " + name).orElse("");
  }

  private static Decision.Enroll enroll(Decision decision) {
    return decision instanceof Decision.Enroll enroll
        ? enroll
        : new Decision.Enroll(
            true,
            Optional.empty(),
            0,
            Set.of(FactorKind.TOTP),
            false,
            Set.of(),
            FirstFactorProof.NONE,
            decision.allowance(),
            List.of());
  }

  private static Strength atLeast(Decision decision) {
    return decision instanceof Decision.Challenge challenge
        ? challenge.atLeast()
        : Strength.values()[0];
  }

  private static String skips(int left) {
    return left == Decision.Enroll.ANY_NUMBER ? "any" : Integer.toString(left);
  }

  private static String kinds(Set<FactorKind> kinds) {
    return kinds.isEmpty()
        ? "none"
        : kinds.stream()
            .sorted()
            .map(kind -> kind.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("+"));
  }

  private static String time(Duration time) {
    if (time.isZero()) {
      return "never";
    }
    if (time.toDays() > 1 && time.equals(Duration.ofDays(time.toDays()))) {
      return time.toDays() + "d";
    }
    return time.equals(Duration.ofHours(time.toHours()))
        ? time.toHours() + "h"
        : time.toMinutes() + "m";
  }
}
