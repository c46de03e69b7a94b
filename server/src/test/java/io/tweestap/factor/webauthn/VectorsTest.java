package io.tweestap.factor.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorId;
import io.tweestap.tenant.WebAuthnSettings;
import io.tweestap.tenant.WebAuthnSettings.Attestation;
import io.tweestap.tenant.WebAuthnSettings.CounterBack;
import io.tweestap.tenant.WebAuthnSettings.UserVerification;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where bits are flipped, usually one of each byte is, the next of its eight in each next byte: a
/// byte that is not looked at shows. With `-Deach.bit=true` every bit is, which takes minutes.
@DisplayName("WA-18: the test vectors of WebAuthn Level 3")
class VectorsTest {
  private static final boolean EACH_BIT = Boolean.getBoolean("each.bit");
  private static final JsonNode VECTORS = read();
  private static final byte[] HANDLE = new byte[64];
  private static final FactorId FACTOR = new FactorId(new UUID(0, 1));
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

  private static JsonNode read() {
    try (InputStream file = VectorsTest.class.getResourceAsStream("webauthn-l3.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Site site(String... embedding) {
    return new Site(
        VECTORS.get("rp_id").stringValue(),
        "vectors",
        Set.of(VECTORS.get("origin").stringValue()),
        new WebAuthnSettings(
            Optional.of(VECTORS.get("rp_id").stringValue()),
            "",
            Set.of(),
            Set.of(),
            Set.of(embedding),
            UserVerification.DISCOURAGED,
            Attestation.NONE,
            CounterBack.REFUSE,
            Set.of()));
  }

  private static Site everywhere() {
    return site(VECTORS.get("top_origin").stringValue());
  }

  static Stream<JsonNode> vectors() {
    return VECTORS.get("vectors").valueStream();
  }

  /// The bits to flip of what stands from a byte on.
  private static int[] bits(int from, byte[] of) {
    return EACH_BIT
        ? IntStream.range(from * 8, of.length * 8).toArray()
        : IntStream.range(from, of.length).map(octet -> octet * 8 + octet % 8).toArray();
  }

  private static byte[] hex(JsonNode part, String name) {
    return HexFormat.of().parseHex(part.get(name).stringValue());
  }

  private static String response(byte[] id, String... parts) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", TO_TEXT.encodeToString(id)).put("rawId", TO_TEXT.encodeToString(id));
    json.put("type", "public-key").putObject("clientExtensionResults");
    ObjectNode response = json.putObject("response");
    for (int i = 0; i < parts.length; i += 2) {
      response.put(parts[i], parts[i + 1]);
    }
    return json.toString();
  }

  /// The key that a registration makes; empty when it is refused.
  private static Optional<Key> registered(
      Site site, JsonNode vector, byte[] client, byte[] attestation) {
    JsonNode part = vector.get("registration");
    String json =
        response(
            hex(part, "credential_id"),
            "clientDataJSON",
            TO_TEXT.encodeToString(client),
            "attestationObject",
            TO_TEXT.encodeToString(attestation));
    return RegistrationCheck.read(json)
        .filter(
            check -> java.util.Arrays.equals(check.client().challenge(), hex(part, "challenge")))
        .map(check -> check.check(site, HANDLE, FACTOR))
        .flatMap(outcome ->
            outcome instanceof RegistrationCheck.Outcome.Fine(Key key)
                ? Optional.of(key)
                : Optional.empty());
  }

  private static Optional<Key> registered(JsonNode vector) {
    JsonNode part = vector.get("registration");
    return registered(
        everywhere(), vector, hex(part, "clientDataJSON"), hex(part, "attestationObject"));
  }

  private static boolean verifies(
      Site site, JsonNode vector, Key key, byte[] client, byte[] data, byte[] signature) {
    String json =
        response(
            key.credentialId(),
            "clientDataJSON",
            TO_TEXT.encodeToString(client),
            "authenticatorData",
            TO_TEXT.encodeToString(data),
            "signature",
            TO_TEXT.encodeToString(signature));
    return AssertionCheck.read(json)
        .filter(check ->
            java.util.Arrays.equals(
                check.client().challenge(), hex(vector.get("authentication"), "challenge")))
        .filter(check -> check.refusal(site, HANDLE, key).isEmpty())
        .isPresent();
  }

  private static boolean verifies(Site site, JsonNode vector, Key key) {
    JsonNode part = vector.get("authentication");
    return verifies(
        site,
        vector,
        key,
        hex(part, "clientDataJSON"),
        hex(part, "authenticatorData"),
        hex(part, "signature"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("WA-14, WA-18: each registers, and what is kept is what stands in it; each verifies")
  void eachVectorVerifies(JsonNode vector) {
    JsonNode part = vector.get("registration");
    Key key = registered(vector).orElseThrow();

    assertThat(key.credentialId()).isEqualTo(hex(part, "credential_id"));
    assertThat(key.cose()).isEqualTo(hex(part, "cose_key_hex"));
    assertThat(key.attestation()).isEqualTo(part.get("fmt").stringValue());
    assertThat(key.signCount()).isEqualTo(part.get("signCount").asLong());
    assertThat(key.backupEligible()).isEqualTo(part.at("/flags/BE").asBoolean());
    assertThat(key.backedUp()).isEqualTo(part.at("/flags/BS").asBoolean());
    assertThat(key.uvInitialized()).isEqualTo(part.at("/flags/UV").asBoolean());
    assertThat(key.aaguid().toString().replace("-", ""))
        .isEqualTo(part.get("aaguid").stringValue());
    assertThat(verifies(everywhere(), vector, key)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName(
      "WA-18: an answer with any bit flipped in what is signed, or in the signature, fails")
  void aFlippedBitFails(JsonNode vector) {
    Key key = registered(vector).orElseThrow();
    JsonNode part = vector.get("authentication");
    byte[] client = hex(part, "clientDataJSON");
    byte[] data = hex(part, "authenticatorData");
    byte[] signature = hex(part, "signature");
    for (byte[] signed : new byte[][] {client, data, signature}) {
      for (int bit : bits(0, signed)) {
        signed[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(verifies(everywhere(), vector, key, client, data, signature))
            .as("bit " + bit)
            .isFalse();
        signed[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
    assertThat(verifies(everywhere(), vector, key, client, data, signature)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("WA-18: with any bit flipped in the public key, the answer fails")
  void aFlippedBitOfTheKeyFails(JsonNode vector) {
    JsonNode part = vector.get("registration");
    byte[] client = hex(part, "clientDataJSON");
    byte[] attestation = hex(part, "attestationObject");
    int length = hex(part, "cose_key_hex").length;
    for (int bit : bits(attestation.length - length, attestation)) {
      attestation[bit / 8] ^= (byte) (1 << bit % 8);
      Optional<Key> key = registered(everywhere(), vector, client, attestation);
      assertThat(key.filter(made -> verifies(everywhere(), vector, made)))
          .as("bit " + bit)
          .isEmpty();
      attestation[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  @DisplayName("WA-12, WA-18: self attestation with any bit flipped in what it signs, fails")
  void aFlippedBitOfAnAttestationFails() {
    JsonNode vector =
        vectors()
            .filter(one -> one.get("name").stringValue().equals("packed-self-es256"))
            .findFirst()
            .orElseThrow();
    JsonNode part = vector.get("registration");
    byte[] client = hex(part, "clientDataJSON");
    byte[] attestation = hex(part, "attestationObject");
    for (byte[] hashed : new byte[][] {client, attestation}) {
      for (int bit : bits(0, hashed)) {
        hashed[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(registered(everywhere(), vector, client, attestation))
            .as("bit " + bit)
            .isEmpty();
        hashed[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("WA-6: in a frame of another site only where its origin is listed")
  void framesAreListed(JsonNode vector) {
    Key key = registered(vector).orElseThrow();
    JsonNode part = vector.get("authentication");
    boolean framed = part.get("crossOrigin").asBoolean();
    boolean named = part.get("topOrigin").isString();

    assertThat(verifies(site(), vector, key)).isEqualTo(!framed);
    assertThat(verifies(site("https://other.example"), vector, key)).isEqualTo(!named);
  }
}
