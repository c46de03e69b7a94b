package io.tweestap.factor.web;

import io.tweestap.factor.Bond;
import io.tweestap.factor.FactorKind;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MomentFields;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/factors`: what all kinds have, and what some have. `toString` does
/// not show the secret, the PIN or the number.
public record NewFactorBody(
    @Nullable String kind,
    @Nullable String name,
    @Nullable String expiresAt,
    @Nullable String sourceIp,
    @Nullable String staff,
    @Nullable String algorithm,
    @Nullable Integer digits,
    @Nullable Integer period,
    @Nullable String issuer,
    @Nullable String account,
    @Nullable String secret,
    @Nullable String serial,
    @Nullable String suite,
    @Nullable String pin,
    @Nullable Long counter,
    @Nullable String number,
    @Nullable List<@Nullable String> channels) {
  /// The kind that is wanted.
  FactorKind readKind() {
    return FactorKind.of(Fields.required("kind", kind))
        .orElseThrow(() ->
            Fields.invalid(
                "kind",
                "must be one of "
                    + Arrays.stream(FactorKind.values())
                        .map(FactorKind::text)
                        .collect(Collectors.joining(", "))));
  }

  /// What the user calls it.
  ///
  /// @param usual what it is called when no name is given
  public String readName(String usual) {
    return name == null ? usual : name(name);
  }

  static String name(String text) {
    String tidy = text.strip();
    if (tidy.isEmpty()
        || tidy.length() > Bond.NAME_MAX
        || tidy.codePoints().anyMatch(Character::isISOControl)) {
      throw Fields.invalid("name", "must have 1 to " + Bond.NAME_MAX + " printable characters");
    }
    return tidy;
  }

  /// When it ends by itself.
  public Optional<Instant> readExpiresAt(Instant now) {
    if (expiresAt == null) {
      return Optional.empty();
    }
    Instant end = moment(expiresAt);
    if (!end.isAfter(now)) {
      throw Fields.invalid("expires_at", "must lie in the future");
    }
    return Optional.of(end);
  }

  private static Instant moment(String text) {
    return MomentFields.read(text)
        .orElseThrow(() ->
            Fields.invalid("expires_at", "must be a moment in UTC, as in 2026-03-01T00:00:00Z"));
  }

  /// Refuses what does not belong to the kind, so that a misplaced field is never ignored.
  ///
  /// @param own the fields of the kind beside those that all have
  public void refuseAllBut(FactorKind kind, Set<String> own) {
    Map<String, @Nullable Object> special = new LinkedHashMap<>();
    special.put("algorithm", algorithm);
    special.put("digits", digits);
    special.put("period", period);
    special.put("issuer", issuer);
    special.put("account", account);
    special.put("secret", secret);
    special.put("serial", serial);
    special.put("suite", suite);
    special.put("pin", pin);
    special.put("counter", counter);
    special.put("number", number);
    special.put("channels", channels);
    special.forEach((field, value) -> {
      if (value != null && !own.contains(field)) {
        throw Fields.invalid(field, "does not belong to " + kind.text() + " as it is asked for");
      }
    });
  }

  @Override
  public String toString() {
    return "NewFactorBody[" + kind + "]";
  }
}
