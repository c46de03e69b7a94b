package io.tweestap.sms;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// The text of a message from a handset, or of one part of it, as octets. `toString` shows nothing
/// of it.
///
/// @param singleShift identifier of the national table behind the escape; 0 for the usual one
/// @param lockingShift identifier of the national table instead of the basic one; 0 for the usual
/// @param text without the user data header
public record ReceivedPart(ReceivedCoding coding, int singleShift, int lockingShift, byte[] text) {
  /// What stands where a part is missing.
  public static final String GAP = "[...]";

  /// The text of a message. Neighbors in one coding are read together: handsets split escapes and
  /// surrogate pairs.
  ///
  /// @param parts in their order; empty where one never came
  public static String read(List<Optional<ReceivedPart>> parts) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < parts.size()) {
      Optional<ReceivedPart> first = parts.get(at);
      int end = at + 1;
      while (end < parts.size() && continues(first, parts.get(end))) {
        end++;
      }
      text.append(first.map(joined(parts.subList(at, end))::readAs).orElse(GAP));
      at = end;
    }
    return text.toString();
  }

  private static boolean continues(Optional<ReceivedPart> first, Optional<ReceivedPart> next) {
    return first.isPresent() == next.isPresent()
        && (first.isEmpty() || first.get().isWrittenLike(next.get()));
  }

  private boolean isWrittenLike(ReceivedPart other) {
    return coding == other.coding
        && singleShift == other.singleShift
        && lockingShift == other.lockingShift;
  }

  private static Octets joined(List<Optional<ReceivedPart>> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(part -> part.ifPresent(one -> all.writeBytes(one.text)));
    return new Octets(all.toByteArray());
  }

  private record Octets(byte[] all) {
    String readAs(ReceivedPart like) {
      return like.coding.read(all, like.singleShift, like.lockingShift);
    }
  }

  @Override
  public String toString() {
    return "ReceivedPart[" + coding + "]";
  }
}
