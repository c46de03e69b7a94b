package io.tweestap.otp;

import static org.assertj.core.api.Assertions.fail;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.function.ThrowingSupplier;

/// Damages valid texts in small ways and sees that nothing but the named exception comes out.
public final class Malformed {
  private static final String POOL =
      "0123456789abcdefABCDEFghijklmnopqrstuvwxyzXYZ :/?&=%#+-_.<>\"'!"
          + "\0\n\t\u007f\u00e9\u0130\u212a"
          + "\u0661\u20ac\ud83d\ude00";

  private Malformed() {}

  /// Runs an action; fine when it returns or throws [InvalidOtpInput].
  public static boolean resultOrNamedError(String input, ThrowingSupplier<?> action) {
    try {
      action.get();
      return true;
    } catch (InvalidOtpInput expected) {
      return false;
    } catch (Throwable surprise) {
      return fail("input <" + input + "> gave a surprise", surprise);
    }
  }

  /// One to four random edits.
  public static String mutate(String text, RandomGenerator random) {
    String mutated = text;
    for (int edits = random.nextInt(1, 5); edits > 0; edits--) {
      mutated = edit(random).apply(mutated);
    }
    return mutated;
  }

  private static UnaryOperator<String> edit(RandomGenerator random) {
    return text -> {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(4));
      String head = text.substring(0, from);
      String piece = text.substring(from, to);
      String tail = text.substring(to);
      char c = POOL.charAt(random.nextInt(POOL.length()));
      return switch (random.nextInt(5)) {
        case 0 -> head + tail;
        case 1 -> head + c + tail;
        case 2 -> head + piece + piece + tail;
        case 3 -> head + c + piece + tail;
        default -> head;
      };
    };
  }
}
