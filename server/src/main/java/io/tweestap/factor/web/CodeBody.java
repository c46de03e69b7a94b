package io.tweestap.factor.web;

import io.tweestap.factor.Answer;
import io.tweestap.shared.IpAddress;
import io.tweestap.shared.web.Fields;
import io.tweestap.verification.web.DetailsBody;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A code that somebody typed, or what a security key said. `toString` does not show it.
///
/// @param response of a security key or passkey, in the place of a code: `RegistrationResponseJSON`
///   to confirm, `AuthenticationResponseJSON` to answer
/// @param sourceIp the address of whoever typed it, as the application sees it
/// @param challengeId the challenge that it answers, for kinds that have one
/// @param details the transaction as it is about to be carried out, where the challenge was about
///   one
record CodeBody(
    @Nullable String code,
    @Nullable Map<String, @Nullable Object> response,
    @Nullable UUID challengeId,
    @Nullable DetailsBody details,
    @Nullable String sourceIp) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}-]");

  Answer read() {
    return new Answer(
        KeyResponse.orCode(response, code, () -> code(code, "code")),
        Optional.ofNullable(challengeId),
        DetailsBody.read(details),
        counted(sourceIp));
  }

  /// The code without the spaces and dashes that people put between digits.
  static String code(@Nullable String code, String field) {
    String typed = Fields.required(field, code);
    if (typed.length() > Answer.TEXT_MAX) {
      throw Fields.invalid(field, "is longer than any code");
    }
    return BETWEEN.matcher(typed).replaceAll("");
  }

  static Optional<String> ip(@Nullable String text) {
    if (text != null && !IpAddress.isLiteral(text)) {
      throw Fields.invalid("source_ip", "must be an IPv4 or IPv6 address");
    }
    return Optional.ofNullable(text);
  }

  static Optional<String> counted(@Nullable String text) {
    return ip(text).map(IpAddress::countedAs);
  }

  @Override
  public String toString() {
    return "CodeBody[]";
  }
}
