package io.tweestap.factor.webauthn;

import static io.tweestap.factor.webauthn.Cbor.require;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an authenticator says of itself and the ceremony (WebAuthn Level 3 section 6.1), read to
/// the last octet.
///
/// @param flags UP, UV, BE, BS, AT, ED
/// @param signCount 0 to 2^32 - 1
/// @param key the new key, when one was made
record AuthData(byte[] rpIdHash, int flags, long signCount, Optional<NewKey> key) {
  private static final int FIXED = 37;
  private static final int HASH = 32;
  private static final int CREDENTIAL_ID_MAX = 1023;
  private static final int UV = 0x04;
  private static final int BE = 0x08;
  private static final int BS = 0x10;
  private static final int AT = 0x40;
  private static final int ED = 0x80;

  /// A key that was made.
  ///
  /// @param cose its public half as COSE_Key
  record NewKey(UUID aaguid, byte[] credentialId, byte[] cose) {}

  /// @throws Cbor.MalformedException when it is not as it must be
  static AuthData read(byte[] bytes) {
    require(bytes.length >= FIXED, "ends too soon");
    ByteBuffer from = ByteBuffer.wrap(bytes);
    byte[] hash = new byte[HASH];
    from.get(hash);
    int flags = from.get() & 0xff;
    require((flags & BS) == 0 || (flags & BE) != 0, "backed up and not eligible for it");
    long count = from.getInt() & 0xffff_ffffL;
    Optional<NewKey> key = Optional.empty();
    if ((flags & AT) != 0) {
      key = Optional.of(key(from, bytes));
    }
    if ((flags & ED) != 0) {
      Cbor.Item extensions = Cbor.at(bytes, from.position());
      require(extensions.value() instanceof Map<?, ?>, "extensions are a map");
      from.position(extensions.end());
    }
    require(!from.hasRemaining(), "something follows");
    return new AuthData(hash, flags, count, key);
  }

  private static NewKey key(ByteBuffer from, byte[] bytes) {
    require(from.remaining() >= 18, "ends too soon");
    UUID aaguid = new UUID(from.getLong(), from.getLong());
    int length = from.getShort() & 0xffff;
    require(length >= 1 && length <= CREDENTIAL_ID_MAX, "a credential id of 1 to 1023 octets");
    require(length <= from.remaining(), "ends too soon");
    byte[] id = new byte[length];
    from.get(id);
    Cbor.Item cose = Cbor.at(bytes, from.position());
    byte[] key = Arrays.copyOfRange(bytes, from.position(), cose.end());
    require(cose.value() instanceof Map<?, ?>, "a key is a map");
    from.position(cose.end());
    return new NewKey(aaguid, id, key);
  }

  boolean userVerified() {
    return (flags & UV) != 0;
  }

  boolean backupEligible() {
    return (flags & BE) != 0;
  }

  boolean backedUp() {
    return (flags & BS) != 0;
  }
}
