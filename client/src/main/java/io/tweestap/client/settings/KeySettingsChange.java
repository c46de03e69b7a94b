package io.tweestap.client.settings;

import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to change about security keys and passkeys. What is missing stays; null is the usual
/// again.
public final class KeySettingsChange extends Body<KeySettingsChange> {
  private KeySettingsChange(Map<String, @Nullable Object> fields) {
    super(fields, KeySettingsChange::new);
  }

  /// Nothing yet.
  public static KeySettingsChange empty() {
    return new KeySettingsChange(Map.of());
  }

  /// The site that keys are made for.
  public KeySettingsChange rpId(@Nullable String rpId) {
    return with("rp_id", rpId);
  }

  /// Name of the site that some browsers show.
  public KeySettingsChange rpName(@Nullable String rpName) {
    return with("rp_name", rpName);
  }

  /// Exactly the pages within the site that use its keys.
  public KeySettingsChange origins(@Nullable List<String> origins) {
    return with("origins", origins);
  }

  /// Pages outside of the site that use its keys, too.
  public KeySettingsChange relatedOrigins(@Nullable List<String> relatedOrigins) {
    return with("related_origins", relatedOrigins);
  }

  /// Pages that may show a page of the site in a frame and use keys there.
  public KeySettingsChange embeddingOrigins(@Nullable List<String> embeddingOrigins) {
    return with("embedding_origins", embeddingOrigins);
  }

  /// `discouraged`, `preferred` or `required`.
  public KeySettingsChange userVerification(@Nullable String userVerification) {
    return with("user_verification", userVerification);
  }

  /// `none`, `indirect` or `direct`.
  public KeySettingsChange attestation(@Nullable String attestation) {
    return with("attestation", attestation);
  }

  /// `refuse` or `note`.
  public KeySettingsChange counterBack(@Nullable String counterBack) {
    return with("counter_back", counterBack);
  }

  /// Models of keys that may be registered.
  public KeySettingsChange allowedAaguids(@Nullable List<UUID> allowedAaguids) {
    return with("allowed_aaguids", allowedAaguids);
  }
}
