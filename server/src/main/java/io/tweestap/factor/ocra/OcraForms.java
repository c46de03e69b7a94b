package io.tweestap.factor.ocra;

import io.tweestap.otp.ocra.OcraSuite;
import java.util.regex.Pattern;

/// Forms of what comes from outside.
final class OcraForms {
  private static final int SHORTEST = 4;
  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Za-z]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");

  private OcraForms() {}

  /// Whether a text may be a question under the suite.
  static boolean isQuestion(OcraSuite suite, String text) {
    Pattern form =
        switch (suite.questionFormat()) {
          case ALPHANUMERIC -> LETTERS_AND_DIGITS;
          case NUMERIC -> DIGITS;
          case HEXADECIMAL -> HEXADECIMAL;
        };
    return text.length() >= SHORTEST
        && text.length() <= suite.questionLength()
        && form.matcher(text).matches();
  }
}
