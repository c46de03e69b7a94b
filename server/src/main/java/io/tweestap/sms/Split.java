package io.tweestap.sms;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into parts, never inside of what a reader sees as one character (an extended
/// grapheme cluster of Unicode TR 29): so never inside an escape pair or a surrogate pair either. A
/// cluster that is longer than a part is cut between its code points.
final class Split {
  private final String text;
  private final Coding coding;
  private final int capacity;
  private final List<String> parts = new ArrayList<>();
  private int from;
  private int used;

  private Split(String text, Coding coding, int capacity) {
    this.text = text;
    this.coding = coding;
    this.capacity = capacity;
  }

  /// @param capacity units in each part
  static List<String> of(String text, Coding coding, int capacity) {
    return new Split(text, coding, capacity).all();
  }

  private List<String> all() {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int start = clusters.first();
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      take(start, end);
      start = end;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private void take(int start, int end) {
    int units = units(start, end);
    if (units > capacity) {
      for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
        takeUnits(at, coding.unitsOf(text.codePointAt(at)));
      }
    } else {
      takeUnits(start, units);
    }
  }

  private void takeUnits(int start, int units) {
    if (used + units > capacity) {
      parts.add(text.substring(from, start));
      from = start;
      used = 0;
    }
    used += units;
  }

  private int units(int start, int end) {
    int units = 0;
    for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
      units += coding.unitsOf(text.codePointAt(at));
    }
    return units;
  }
}
