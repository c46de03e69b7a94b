package io.tweestap.delivery.receipt;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a receipt as keys and values, as the appendix B of SMPP 3.4 suggests: `id:IIIIIIIIII
/// sub:SSS dlvrd:DDD submit date:YYMMDDhhmm done date:YYMMDDhhmm stat:DDDDDDD err:E text:...`, in
/// any order and case.
///
/// What follows `text:` was written by whoever wrote the message, so nothing in it is believed.
/// Only where an operator puts it first the other keys are looked for behind it, and the last of
/// each counts.
final class ReceiptText {
  private static final int LENGTH_MAX = 1024;

  /// Possessive: the time grows with the length of a text and no faster.
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?<id>id|msg_?id|message[ _]?id)"
              + "|(?<submitted>submit[ _-]?date)"
              + "|(?<done>done[ _-]?date)"
              + "|(?<state>stat(?:us|e)?)"
              + "|(?<error>err(?:or)?(?:[ _]?code)?)"
              + "|(?<text>text)"
              + "|(?<other>sub|dlvrd)) {0,2}+[:=]",
          Pattern.CASE_INSENSITIVE);

  /// What is looked for.
  enum Key {
    ID,
    SUBMITTED,
    DONE,
    STATE,
    ERROR,
    TEXT,
    OTHER;

    private final String group = name().toLowerCase(Locale.ROOT);
  }

  private final Map<Key, String> values = new EnumMap<>(Key.class);

  private ReceiptText() {}

  static ReceiptText read(String text) {
    String bounded = text.substring(0, Math.min(text.length(), LENGTH_MAX));
    ReceiptText read = new ReceiptText();
    Matcher keys = KEY.matcher(bounded);
    Key key = null;
    int start = 0;
    while (keys.find()) {
      if (key != null && !read.put(key, bounded.substring(start, keys.start()))) {
        return read;
      }
      key = keyOf(keys);
      start = keys.end();
    }
    if (key != null) {
      read.put(key, bounded.substring(start));
    }
    return read;
  }

  /// The first word behind the key, or all of them of a date, which may have a space in it. Empty
  /// when the key is missing or nothing follows it.
  Optional<String> value(Key key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /// Returns whether what follows may be believed.
  private boolean put(Key key, String raw) {
    if (key == Key.TEXT) {
      boolean first = values.isEmpty();
      values.put(Key.TEXT, "");
      return first;
    }
    String value = raw.strip();
    boolean dated = key == Key.DONE || key == Key.SUBMITTED;
    String kept = dated ? value : value.split("[\\s,;]", 2)[0];
    if (values.containsKey(Key.TEXT)) {
      values.put(key, kept);
    } else {
      values.putIfAbsent(key, kept);
    }
    return true;
  }

  private static Key keyOf(Matcher found) {
    for (Key key : Key.values()) {
      if (found.group(key.group) != null) {
        return key;
      }
    }
    throw new IllegalStateException("a key that is none");
  }
}
