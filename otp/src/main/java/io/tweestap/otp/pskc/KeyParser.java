package io.tweestap.otp.pskc;

import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_SECRET_TOO_SHORT;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_TOO_LARGE;
import static io.tweestap.otp.InvalidOtpInput.Reason.PSKC_VALUE;

import io.tweestap.otp.Hotp;
import io.tweestap.otp.InvalidOtpInput;
import io.tweestap.otp.OtpSecret;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the elements of a container into keys (RFC 6030 section 4).
final class KeyParser {
  private static final int MIN_HOTP_BITS = 16 * 8;

  private final Decryption decryption;
  private final boolean shortSecrets;

  KeyParser(Decryption decryption, boolean shortSecrets) {
    this.decryption = decryption;
    this.shortSecrets = shortSecrets;
  }

  PskcContainer container(Xml root) {
    List<Xml> packages = root.children("KeyPackage");
    if (packages.size() > PskcReader.MAX_KEYS) {
      throw new InvalidOtpInput(PSKC_TOO_LARGE, "more than " + PskcReader.MAX_KEYS + " keys");
    }
    List<PskcKey> keys = new ArrayList<>(packages.size());
    for (Xml keyPackage : packages) {
      Optional<Xml> key = keyPackage.child("Key");
      if (key.isPresent()) {
        keys.add(key(key.get(), device(keyPackage)));
      }
    }
    return new PskcContainer(id(root), keys);
  }

  // The schema says "Id", the RFC's own figures also "ID".
  private static @Nullable String id(Xml root) {
    String id = root.attribute("Id");
    return id == null ? root.attribute("ID") : id;
  }

  private PskcKey key(Xml key, PskcKey.Device device) {
    String id = key.attribute("Id");
    if (id == null || id.isEmpty()) {
      throw new InvalidOtpInput(PSKC_VALUE, "a key has no Id");
    }
    Optional<Xml> parameters = key.child("AlgorithmParameters");
    String suite = parameters.map(xml -> xml.childText("Suite")).orElse(null);
    PskcAlgorithm algorithm = PskcAlgorithm.of(key.algorithm(), suite);
    PskcKey.Response response = response(parameters.flatMap(xml -> xml.child("ResponseFormat")));
    PskcKey.Data data = key.child("Data").map(this::data).orElseGet(KeyParser::noData);
    if (algorithm.kind() == PskcAlgorithm.Kind.HOTP) {
      checkHotpProfile(id, response, data);
    }
    PskcPolicy policy = key.child("Policy").map(PolicyParser::policy).orElse(PskcPolicy.NONE);
    return new PskcKey(id, algorithm, device, identity(key), response, data, policy);
  }

  private static PskcKey.Device device(Xml keyPackage) {
    Optional<Xml> info = keyPackage.child("DeviceInfo");
    Optional<Xml> module = keyPackage.child("CryptoModuleInfo");
    return new PskcKey.Device(
        text(info, "Manufacturer"),
        text(info, "SerialNo"),
        text(info, "Model"),
        text(info, "IssueNo"),
        text(info, "UserId"),
        text(module, "Id"));
  }

  private static @Nullable String text(Optional<Xml> parent, String name) {
    return parent.map(xml -> xml.childText(name)).orElse(null);
  }

  private static PskcKey.Identity identity(Xml key) {
    return new PskcKey.Identity(
        key.childText("Issuer"),
        key.childText("UserId"),
        key.childText("FriendlyName"),
        key.childText("KeyProfileId"),
        key.childText("KeyReference"));
  }

  private static PskcKey.Response response(Optional<Xml> format) {
    if (format.isEmpty()) {
      return new PskcKey.Response(null, null, false);
    }
    String checkDigit = format.get().attribute("CheckDigits");
    return new PskcKey.Response(
        format.get().attribute("Encoding"),
        Numbers.parseInt(format.get().attribute("Length"), 1, 255),
        "true".equals(checkDigit) || "1".equals(checkDigit));
  }

  private static PskcKey.Data noData() {
    return new PskcKey.Data(null, null, null, null, null);
  }

  private PskcKey.Data data(Xml data) {
    byte[] secret = data.child("Secret").map(this::secretOctets).orElse(null);
    Long interval = number(data, "TimeInterval", 1, Integer.MAX_VALUE);
    return new PskcKey.Data(
        secret == null ? null : OtpSecret.of(secret),
        number(data, "Counter", 0, Hotp.MAX_COUNTER),
        number(data, "Time", 0, Long.MAX_VALUE),
        interval == null ? null : interval.intValue(),
        number(data, "TimeDrift", Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private byte[] secretOctets(Xml secret) {
    return secret.child("PlainValue").map(Xml::base64).orElseGet(() -> opened(secret));
  }

  private byte[] opened(Xml value) {
    return decryption.open(value.need("EncryptedValue"), value.child("ValueMAC").orElse(null));
  }

  // A plain number is written in decimal, an encrypted one is big-endian octets (section 4.2).
  private @Nullable Long number(Xml data, String name, long min, long max) {
    Optional<Xml> value = data.child(name);
    if (value.isEmpty()) {
      return null;
    }
    String plain = value.get().childText("PlainValue");
    if (plain != null) {
      return Numbers.parse(plain, min, max);
    }
    byte[] octets = opened(value.get());
    if (octets.length == 0 || octets.length > Long.BYTES) {
      throw new InvalidOtpInput(PSKC_VALUE, "an encrypted number has 1 to 8 octets");
    }
    return Numbers.inRange(new BigInteger(octets).longValueExact(), min, max);
  }

  private void checkHotpProfile(String id, PskcKey.Response response, PskcKey.Data data) {
    if (response.encoding() != null && !response.encoding().equals("DECIMAL")) {
      throw new InvalidOtpInput(PSKC_VALUE, "HOTP codes are DECIMAL, key " + id);
    }
    if (response.length() != null && (response.length() < 6 || response.length() > 9)) {
      throw new InvalidOtpInput(PSKC_VALUE, "HOTP codes have 6 to 9 digits, key " + id);
    }
    OtpSecret secret = data.secret();
    if (!shortSecrets && secret != null && secret.bits() < MIN_HOTP_BITS) {
      throw new InvalidOtpInput(
          PSKC_SECRET_TOO_SHORT, "a HOTP secret has at least 16 octets, key " + id);
    }
  }
}
