package io.tweestap.factor.ocra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraSuite;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Details;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes questions: random ones (OTP-21), and ones out of a transaction (RFC 6287 section 7.3).
///
/// The question of a transaction is a keyed hash of its text and of the challenge's id, written in
/// the suite's characters. Keyed, because a question of eight digits is short enough to search for
/// another payee with the same one; with the id, because the same payment twice must not be
/// answered the same way.
@Component
class OcraQuestions {
  private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String HEXADECIMAL = "0123456789abcdef";

  private final SecureRandom random;
  private final Vault vault;

  OcraQuestions(SecureRandom random, Vault vault) {
    this.random = random;
    this.vault = vault;
  }

  String draw(OcraSuite suite) {
    return new Ocra(suite).newQuestion(random);
  }

  /// What the user is shown and signs: `EUR 12.50 to Anna Smit`.
  static String text(Details details) {
    return details.currency().getCurrencyCode()
        + " "
        + details.amount().toPlainString()
        + " to "
        + String.join(", ", details.payees());
  }

  /// 32 bytes that stand for the details within one challenge.
  byte[] hash(TenantId tenant, UUID challenge, Details details) {
    return vault.hash(HashUse.CHALLENGE_DETAILS, tenant, parts(challenge, details));
  }

  /// Whether these are the details that were hashed.
  boolean fits(TenantId tenant, UUID challenge, Details details, byte[] hash) {
    boolean fits = false;
    for (byte[] candidate :
        vault.candidates(HashUse.CHALLENGE_DETAILS, tenant, parts(challenge, details))) {
      fits |= MessageDigest.isEqual(candidate, hash);
    }
    return fits;
  }

  /// The question of these details: as many characters as the suite allows.
  static String of(OcraSuite suite, byte[] hash) {
    String alphabet =
        switch (suite.questionFormat()) {
          case NUMERIC -> HEXADECIMAL.substring(0, 10);
          case HEXADECIMAL -> HEXADECIMAL;
          case ALPHANUMERIC -> LETTERS_AND_DIGITS;
        };
    BigInteger base = BigInteger.valueOf(alphabet.length());
    // 512 bits, enough for 64 characters out of 34.
    BigInteger rest = new BigInteger(1, sha512(hash));
    StringBuilder question = new StringBuilder(suite.questionLength());
    for (int i = 0; i < suite.questionLength(); i++) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      question.append(alphabet.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return question.toString();
  }

  private static byte[] sha512(byte[] hash) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }

  private static byte[][] parts(UUID challenge, Details details) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(
        ByteBuffer.allocate(16)
            .putLong(challenge.getMostSignificantBits())
            .putLong(challenge.getLeastSignificantBits())
            .array());
    parts.add(details.amount().toPlainString().getBytes(UTF_8));
    parts.add(details.currency().getCurrencyCode().getBytes(UTF_8));
    details.payees().forEach(payee -> parts.add(payee.getBytes(UTF_8)));
    return parts.toArray(byte[][]::new);
  }
}
