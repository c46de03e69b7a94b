package io.tweestap.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// For which site a tenant's security keys are made, and what it asks of them.
///
/// @param rpId the site (WebAuthn's RP ID); empty: the host of the server's public address
/// @param rpName name of the site that some browsers show; empty: the tenant's name
/// @param origins exact origins within the site that keys are used on; empty: `https://` and the RP
///   ID. The server's own pages count without being named where they are within the site
/// @param relatedOrigins further origins outside of the site that may use its keys (WA-24)
/// @param embeddingOrigins pages that may show a page of ours in a frame and use keys there (WA-6)
/// @param userVerification whether the key must ask for a PIN or a finger
/// @param attestation whether a new key is asked what it is
/// @param counterBack what happens when a key's counter goes back (WA-19)
/// @param allowedAaguids models of keys that may be registered; empty: all
public record WebAuthnSettings(
    Optional<String> rpId,
    String rpName,
    Set<String> origins,
    Set<String> relatedOrigins,
    Set<String> embeddingOrigins,
    UserVerification userVerification,
    Attestation attestation,
    CounterBack counterBack,
    Set<UUID> allowedAaguids) {
  /// Nothing chosen.
  public static final WebAuthnSettings USUAL =
      new WebAuthnSettings(
          Optional.empty(),
          "",
          Set.of(),
          Set.of(),
          Set.of(),
          UserVerification.PREFERRED,
          Attestation.NONE,
          CounterBack.REFUSE,
          Set.of());

  /// Most origins in each list.
  public static final int ORIGINS_MAX = 20;

  /// Most models.
  public static final int AAGUIDS_MAX = 200;

  public WebAuthnSettings {
    origins = Set.copyOf(origins);
    relatedOrigins = Set.copyOf(relatedOrigins);
    embeddingOrigins = Set.copyOf(embeddingOrigins);
    allowedAaguids = Set.copyOf(allowedAaguids);
    if (rpId.isEmpty() && !(origins.isEmpty() && relatedOrigins.isEmpty())) {
      throw new IllegalArgumentException("origins belong to an RP ID");
    }
    if (!origins.stream().allMatch(origin -> fits(origin, rpId.orElse("")))) {
      throw new IllegalArgumentException("an origin is outside of the RP ID");
    }
    if (!relatedOrigins.stream().allMatch(WebOrigin::isOrigin)) {
      throw new IllegalArgumentException("a related origin is no origin");
    }
  }

  /// Whether an origin may stand in [#origins]: a page within the site, or an Android app.
  public static boolean fits(String origin, String rpId) {
    return WebOrigin.isWithin(origin, rpId) || WebOrigin.isAndroidApp(origin);
  }

  /// Whether a key must ask for a PIN or a finger before it answers.
  public enum UserVerification {
    DISCOURAGED,
    PREFERRED,
    REQUIRED;

    /// As it stands in the API and in WebAuthn.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UserVerification> of(String text) {
      return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
    }
  }

  /// Whether a new key is asked for a statement of its maker.
  public enum Attestation {
    NONE,
    INDIRECT,
    DIRECT;

    /// As it stands in the API and in WebAuthn.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Attestation> of(String text) {
      return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
    }
  }

  /// What happens when a key's counter goes back, which a copy of it would do.
  public enum CounterBack {
    /// The answer counts as a wrong one.
    REFUSE,
    /// The answer counts, and the audit has it.
    NOTE;

    /// As it stands in the API.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CounterBack> of(String text) {
      return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
    }
  }
}
