package io.tweestap.testkit.webauthn;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a browser puts around the words of an authenticator.
final class Wire {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

  private Wire() {}

  static JsonNode read(String json) {
    return JSON.readTree(json);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String text(byte[] bytes) {
    return TO_TEXT.encodeToString(bytes);
  }

  /// What the browser says of the ceremony.
  static byte[] client(String type, JsonNode asked, String origin, Set<Misbehavior> wrong) {
    String other = type.equals("webauthn.get") ? "webauthn.create" : "webauthn.get";
    byte[] challenge = bytes(asked.get("challenge").stringValue());
    if (wrong.contains(Misbehavior.WRONG_CHALLENGE)) {
      challenge[0] ^= 1;
    }
    ObjectNode data =
        JSON.createObjectNode()
            .put("type", wrong.contains(Misbehavior.WRONG_TYPE) ? other : type)
            .put("challenge", text(challenge))
            .put("origin", origin)
            .put("crossOrigin", wrong.contains(Misbehavior.CROSS_ORIGIN));
    return JSON.writeValueAsBytes(data);
  }

  static String finished(ObjectNode answer, byte[] credentialId) {
    String text = text(credentialId);
    answer.put("id", text).put("rawId", text).put("type", "public-key");
    answer.putObject("clientExtensionResults");
    return JSON.writeValueAsString(answer);
  }

  static byte[] bytes(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
