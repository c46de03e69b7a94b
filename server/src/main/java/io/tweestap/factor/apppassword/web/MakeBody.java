package io.tweestap.factor.apppassword.web;

import io.tweestap.factor.apppassword.AppPassword;
import io.tweestap.factor.apppassword.NewAppPassword;
import io.tweestap.factor.apppassword.ServiceName;
import io.tweestap.factor.apppassword.SourceNetwork;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MomentFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/app-passwords`.
record MakeBody(
    @Nullable String service,
    @Nullable String device,
    @Nullable List<@Nullable String> networks,
    @Nullable String expiresAt,
    @Nullable String authenticatedAt) {
  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  NewAppPassword read() {
    return new NewAppPassword(
        service(Fields.required("service", service)),
        device(Fields.required("device", device)),
        readNetworks(),
        Optional.ofNullable(expiresAt).map(text -> moment("expires_at", text)),
        moment("authenticated_at", Fields.required("authenticated_at", authenticatedAt)));
  }

  static ServiceName service(String text) {
    try {
      return new ServiceName(text);
    } catch (IllegalArgumentException _) {
      throw Fields.invalid(
          "service", "must be a word of 1 to 32 lower-case letters, digits, - and _, such as imap");
    }
  }

  private static String device(String text) {
    String tidy = text.strip();
    if (tidy.length() > AppPassword.DEVICE_MAX || tidy.chars().anyMatch(Character::isISOControl)) {
      throw Fields.invalid("device", "must have 1 to 100 characters on one line");
    }
    return tidy;
  }

  private List<SourceNetwork> readNetworks() {
    List<@Nullable String> given = networks == null ? List.of() : networks;
    if (given.size() > AppPassword.NETWORKS_MAX) {
      throw Fields.invalid("networks", "must hold at most " + AppPassword.NETWORKS_MAX);
    }
    return given.stream().map(MakeBody::network).toList();
  }

  private static SourceNetwork network(@Nullable String text) {
    try {
      return SourceNetwork.of(text == null ? "" : text);
    } catch (IllegalArgumentException _) {
      throw Fields.invalid(
          "networks", "must hold addresses or networks such as 192.0.2.0/24 or 2001:db8::/32");
    }
  }

  private static Instant moment(String field, String text) {
    return MomentFields.read(text)
        .orElseThrow(() -> Fields.invalid(field, "must be a moment such as 2027-03-01T10:00:00Z"));
  }
}
