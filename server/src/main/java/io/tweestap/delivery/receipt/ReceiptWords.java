package io.tweestap.delivery.receipt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What operators call the states: the seven letters of SMPP, whole words, numbers.
final class ReceiptWords {
  /// By their beginnings, which tell them apart however they are cut.
  private static final Map<String, ReceiptState> BEGINNINGS =
      Map.ofEntries(
          Map.entry("ENROU", ReceiptState.ENROUTE),
          Map.entry("SUBMI", ReceiptState.ENROUTE),
          Map.entry("SENT", ReceiptState.ENROUTE),
          Map.entry("BUFF", ReceiptState.ENROUTE),
          Map.entry("SCHED", ReceiptState.ENROUTE),
          Map.entry("DELIV", ReceiptState.DELIVERED),
          Map.entry("DLVRD", ReceiptState.DELIVERED),
          Map.entry("EXPIR", ReceiptState.EXPIRED),
          Map.entry("DELET", ReceiptState.DELETED),
          Map.entry("UNDEL", ReceiptState.UNDELIVERABLE),
          Map.entry("NOTDEL", ReceiptState.UNDELIVERABLE),
          Map.entry("FAIL", ReceiptState.UNDELIVERABLE),
          Map.entry("ACCEP", ReceiptState.ACCEPTED),
          Map.entry("ACKED", ReceiptState.ACCEPTED),
          Map.entry("REJEC", ReceiptState.REJECTED));

  private static final Pattern NAMES =
      Pattern.compile("\\b(?:ENROUTE|DELIVRD|EXPIRED|DELETED|UNDELIV|ACCEPTD|UNKNOWN|REJECTD)\\b");

  private ReceiptWords() {}

  /// A state that nobody knows is [ReceiptState#UNCLEAR], which is not final.
  static ReceiptState state(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.matches("0?[1-8]")) {
      return ReceiptState.ofSmpp(upper.charAt(upper.length() - 1) - '0').orElseThrow();
    }
    return BEGINNINGS.entrySet().stream()
        .filter(entry -> upper.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ReceiptState.UNCLEAR);
  }

  /// One of the names of SMPP that stands somewhere without its key.
  static Optional<ReceiptState> anywhere(String text) {
    return NAMES
        .matcher(text)
        .results()
        .findFirst()
        .map(MatchResult::group)
        .map(ReceiptWords::state);
  }
}
