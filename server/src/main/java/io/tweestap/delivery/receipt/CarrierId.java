package io.tweestap.delivery.receipt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// A carrier's own id of a part, and which other writings of it mean the same.
public record CarrierId(String text) {
  /// The most characters of an id that are kept.
  public static final int LENGTH_MAX = 255;

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,39}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,32}");

  /// The form by which ids are looked up: lower case, without spaces around and leading zeros.
  public String normal() {
    return trimmed(folded(text.strip()));
  }

  /// The normal forms of everything that might mean the same: of the id itself, and of what it
  /// comes to when it is read as a hexadecimal or as a decimal number.
  public List<String> candidates() {
    List<String> all = new ArrayList<>();
    String normal = normal();
    all.add(normal);
    if (HEX.matcher(normal).matches()) {
      all.add(new BigInteger(normal, 16).toString());
    }
    if (DECIMAL.matcher(normal).matches()) {
      all.add(new BigInteger(normal).toString(16));
    }
    return all.stream().distinct().toList();
  }

  /// How near another id is to this one: 0 the same, 1 but for zeros or case, 2 as a number of
  /// another base. Empty when the forms do not allow to take one for the other.
  public OptionalInt distance(String other, Set<IdForm> forms) {
    if (other.equals(text)) {
      return OptionalInt.of(0);
    }
    if (shaped(other, forms).equals(shaped(text, forms))) {
      return OptionalInt.of(1);
    }
    return forms.contains(IdForm.HEX_DECIMAL)
            && candidates().contains(new CarrierId(other).normal())
        ? OptionalInt.of(2)
        : OptionalInt.empty();
  }

  private static String shaped(String id, Set<IdForm> forms) {
    String trimmed = forms.contains(IdForm.TRIMMED) ? trimmed(id.strip()) : id.strip();
    return forms.contains(IdForm.FOLDED) ? folded(trimmed) : trimmed;
  }

  private static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static String trimmed(String id) {
    int start = 0;
    while (start < id.length() - 1 && id.charAt(start) == '0') {
      start++;
    }
    return id.substring(start);
  }
}
