package io.tweestap.factor.ocra;

import io.tweestap.otp.ocra.Ocra;
import io.tweestap.otp.ocra.OcraSuite;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Makes questions: random ones (OTP-21), and ones out of a transaction (RFC 6287 section 7.3).
///
/// The question of a transaction is its hash ([AboutDetails]) written in the suite's characters.
@Component
class OcraQuestions {
  private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String HEXADECIMAL = "0123456789abcdef";

  private final SecureRandom random;

  OcraQuestions(SecureRandom random) {
    this.random = random;
  }

  String draw(OcraSuite suite) {
    return new Ocra(suite).newQuestion(random);
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
}
