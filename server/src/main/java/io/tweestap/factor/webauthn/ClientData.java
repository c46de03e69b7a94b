package io.tweestap.factor.webauthn;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the browser says of the ceremony (WebAuthn Level 3 section 5.8.1).
///
/// @param topOrigin in whose frame the page was, where the browser says so
record ClientData(
    String type, byte[] challenge, String origin, boolean crossOrigin, Optional<String> topOrigin) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Empty when it is not what a browser writes.
  static Optional<ClientData> read(byte[] json) {
    try {
      JsonNode data = JSON.readTree(json);
      return Optional.of(
          new ClientData(
              data.required("type").stringValue(),
              Base64.getUrlDecoder().decode(data.required("challenge").stringValue()),
              data.required("origin").stringValue(),
              data.has("crossOrigin") && data.get("crossOrigin").booleanValue(),
              Optional.ofNullable(data.get("topOrigin")).map(JsonNode::stringValue)));
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
