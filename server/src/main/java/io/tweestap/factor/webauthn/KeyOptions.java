package io.tweestap.factor.webauthn;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a browser is asked, as JSON of WebAuthn Level 3 section 5.1.
final class KeyOptions {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private KeyOptions() {}

  /// `PublicKeyCredentialCreationOptionsJSON` (WA-3).
  ///
  /// @param user what the authenticator shows of the user
  /// @param own keys that the user has: none of them is registered twice
  static String create(Site site, byte[] challenge, byte[] handle, String user, List<Key> own) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("rp").put("id", site.rpId()).put("name", site.name());
    json.putObject("user")
        .put("id", BASE64URL.encodeToString(handle))
        .put("name", user)
        .put("displayName", user);
    json.put("challenge", BASE64URL.encodeToString(challenge));
    ArrayNode algorithms = json.putArray("pubKeyCredParams");
    CoseKeys.OFFERED.forEach(
        alg -> algorithms.addObject().put("type", "public-key").put("alg", (long) alg));
    json.put("timeout", KeyChallenges.LIFE.toMillis());
    descriptors(json.putArray("excludeCredentials"), own);
    json.putObject("authenticatorSelection")
        .put("residentKey", "preferred")
        .put("requireResidentKey", false)
        .put("userVerification", site.asks().userVerification().text());
    json.put("attestation", site.asks().attestation().text());
    json.putObject("extensions").put("credProps", true);
    return JSON.writeValueAsString(json);
  }

  /// `PublicKeyCredentialRequestOptionsJSON`.
  ///
  /// @param allowed the keys that may answer, one at least
  static String get(Site site, byte[] challenge, List<Key> allowed) {
    ObjectNode json = JSON.createObjectNode();
    json.put("challenge", BASE64URL.encodeToString(challenge));
    json.put("timeout", KeyChallenges.LIFE.toMillis());
    json.put("rpId", site.rpId());
    descriptors(json.putArray("allowCredentials"), allowed);
    json.put("userVerification", site.asks().userVerification().text());
    return JSON.writeValueAsString(json);
  }

  private static void descriptors(ArrayNode list, List<Key> keys) {
    for (Key key : keys) {
      ObjectNode one =
          list.addObject()
              .put("type", "public-key")
              .put("id", BASE64URL.encodeToString(key.credentialId()));
      if (!key.transports().isEmpty()) {
        ArrayNode ways = one.putArray("transports");
        key.transports().forEach(ways::add);
      }
    }
  }
}
