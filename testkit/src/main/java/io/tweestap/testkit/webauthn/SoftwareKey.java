package io.tweestap.testkit.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One key in software, together with the browser before it. It answers options as JSON with the
/// JSON that a browser's `toJSON()` gives.
///
/// It says that its user was there and typed a PIN, counts, and stays on its device.
public final class SoftwareKey {
  private static final int UP = 0x01;
  private static final int UV = 0x04;
  private static final int BE = 0x08;
  private static final int BS = 0x10;
  private static final int AT = 0x40;
  private static final int ED = 0x80;

  private final KeyAlgorithm algorithm;
  private final KeyPair pair;
  private final byte[] id;
  private final boolean synced;
  private final boolean counts;
  private boolean selfAttested;
  private byte[] handle = new byte[0];
  private long counter;

  private SoftwareKey(KeyAlgorithm algorithm, SecureRandom random, boolean synced, boolean counts) {
    this.algorithm = algorithm;
    this.pair = algorithm.generate(random);
    this.id = new byte[32];
    random.nextBytes(id);
    this.synced = synced;
    this.counts = counts;
  }

  /// A key in a device, which counts.
  public static SoftwareKey of(KeyAlgorithm algorithm, SecureRandom random) {
    return new SoftwareKey(algorithm, random, false, true);
  }

  /// A passkey that its maker copies between devices; it does not count.
  public static SoftwareKey synced(SecureRandom random) {
    return new SoftwareKey(KeyAlgorithm.ES256, random, true, false);
  }

  /// The same key; when it is made it signs for itself (packed self attestation).
  public SoftwareKey attestingItself() {
    selfAttested = true;
    return this;
  }

  /// Its credential id, as JSON has it.
  public String id() {
    return Wire.text(id);
  }

  /// Makes the key: `RegistrationResponseJSON`.
  ///
  /// @param options `PublicKeyCredentialCreationOptionsJSON`
  /// @param origin of the page
  public String create(String options, String origin, Misbehavior... wrong) {
    Set<Misbehavior> all = set(wrong);
    JsonNode asked = Wire.read(options);
    handle = Wire.bytes(asked.at("/user/id").stringValue());
    byte[] client = Wire.client("webauthn.create", asked, origin, all);
    byte[] credentialId = all.contains(Misbehavior.LONG_CREDENTIAL_ID) ? new byte[1024] : id;
    byte[] data = authData(asked.at("/rp/id").stringValue(), attested(credentialId, all), all);
    ObjectNode answer = Wire.object();
    answer
        .putObject("response")
        .put("clientDataJSON", Wire.text(client))
        .put("attestationObject", Wire.text(attestation(data, client, all)))
        .putArray("transports")
        .add(synced ? "internal" : "usb");
    return Wire.finished(answer, credentialId);
  }

  /// Answers with the key: `AuthenticationResponseJSON`.
  ///
  /// @param options `PublicKeyCredentialRequestOptionsJSON`
  /// @param origin of the page
  public String get(String options, String origin, Misbehavior... wrong) {
    Set<Misbehavior> all = set(wrong);
    JsonNode asked = Wire.read(options);
    byte[] client = Wire.client("webauthn.get", asked, origin, all);
    byte[] data = authData(asked.get("rpId").stringValue(), new byte[0], all);
    byte[] signature = algorithm.sign(pair.getPrivate(), Wire.join(data, Wire.sha256(client)));
    if (all.contains(Misbehavior.WRONG_SIGNATURE)) {
      signature[signature.length - 1] ^= 1;
    }
    byte[] shown = all.contains(Misbehavior.OTHER_USER_HANDLE) ? new byte[64] : handle;
    ObjectNode answer = Wire.object();
    answer
        .putObject("response")
        .put("clientDataJSON", Wire.text(client))
        .put("authenticatorData", Wire.text(data))
        .put("signature", Wire.text(signature))
        .put("userHandle", Wire.text(shown));
    byte[] other = id.clone();
    other[0] ^= 1;
    return Wire.finished(answer, all.contains(Misbehavior.OTHER_CREDENTIAL) ? other : id);
  }

  /// Whether options allow this key to answer.
  public boolean isAllowed(String options) {
    return Wire.read(options)
        .get("allowCredentials")
        .valueStream()
        .anyMatch(one -> one.get("id").stringValue().equals(id()));
  }

  private static Set<Misbehavior> set(Misbehavior... wrong) {
    return wrong.length == 0 ? EnumSet.noneOf(Misbehavior.class) : EnumSet.copyOf(List.of(wrong));
  }

  private byte[] attested(byte[] credentialId, Set<Misbehavior> wrong) {
    byte[] cose =
        algorithm.coseKey(
            pair.getPublic(),
            wrong.contains(Misbehavior.UNOFFERED_ALGORITHM) ? -35 : algorithm.cose(),
            wrong.contains(Misbehavior.OFF_CURVE));
    return ByteBuffer.allocate(18 + credentialId.length + cose.length)
        .position(16)
        .putShort((short) credentialId.length)
        .put(credentialId)
        .put(cose)
        .array();
  }

  private byte[] authData(String rpId, byte[] attested, Set<Misbehavior> wrong) {
    String site = wrong.contains(Misbehavior.WRONG_RP_ID_HASH) ? "evil.example" : rpId;
    byte[] extensions =
        wrong.contains(Misbehavior.UNREQUESTED_EXTENSION)
            ? new Cbor().map(1).text("credProtect").number(1).done()
            : new byte[0];
    int flags = flags(wrong) | (attested.length > 0 ? AT : 0) | (extensions.length > 0 ? ED : 0);
    byte[] fixed =
        ByteBuffer.allocate(37)
            .put(Wire.sha256(site.getBytes(StandardCharsets.UTF_8)))
            .put((byte) flags)
            .putInt((int) next(wrong))
            .array();
    byte[] more = new byte[wrong.contains(Misbehavior.TRAILING_BYTES) ? 3 : 0];
    return Wire.join(Wire.join(fixed, attested), Wire.join(extensions, more));
  }

  private int flags(Set<Misbehavior> wrong) {
    boolean eligible = synced != wrong.contains(Misbehavior.CHANGED_BACKUP_ELIGIBILITY);
    boolean backedUp = synced && eligible;
    return (wrong.contains(Misbehavior.NO_USER_PRESENCE) ? 0 : UP)
        | (wrong.contains(Misbehavior.NO_USER_VERIFICATION) ? 0 : UV)
        | (eligible ? BE : 0)
        | (backedUp || wrong.contains(Misbehavior.BACKED_UP_BUT_NOT_ELIGIBLE) ? BS : 0);
  }

  private long next(Set<Misbehavior> wrong) {
    if (!counts) {
      return 0;
    }
    counter += wrong.contains(Misbehavior.COUNTER_BACK) ? -1 : 1;
    return counter;
  }

  private byte[] attestation(byte[] data, byte[] client, Set<Misbehavior> wrong) {
    byte[] statement = new Cbor().map(0).done();
    if (selfAttested || wrong.contains(Misbehavior.STATEMENT_WITH_NONE)) {
      byte[] signature = algorithm.sign(pair.getPrivate(), Wire.join(data, Wire.sha256(client)));
      if (wrong.contains(Misbehavior.WRONG_SIGNATURE)) {
        signature[signature.length - 1] ^= 1;
      }
      statement =
          new Cbor()
              .map(2)
              .text("alg")
              .number(algorithm.cose())
              .text("sig")
              .bytes(signature)
              .done();
    }
    String format = selfAttested ? "packed" : "none";
    return new Cbor()
        .map(3)
        .text("fmt")
        .text(wrong.contains(Misbehavior.UNKNOWN_FORMAT) ? "Packed" : format)
        .text("attStmt")
        .raw(statement)
        .text("authData")
        .bytes(data)
        .done();
  }
}
