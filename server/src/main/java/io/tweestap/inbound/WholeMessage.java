package io.tweestap.inbound;

import io.tweestap.sms.ReceivedCoding;
import io.tweestap.sms.ReceivedPart;
import java.util.List;
import java.util.Optional;

/// A message as it is kept: all parts that came, and gaps for those that did not. `toString` shows
/// nothing of it.
///
/// @param identity the carrier's own name for it
/// @param parts one or more, in their order; at least one came
public record WholeMessage(
    String carrier,
    Optional<String> identity,
    String from,
    String to,
    List<Optional<ReceivedPart>> parts) {
  public WholeMessage {
    parts = List.copyOf(parts);
    if (parts.stream().allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("nothing of the message came");
    }
  }

  public String text() {
    return ReceivedPart.read(parts);
  }

  /// How the first part that came is written.
  public ReceivedCoding coding() {
    return parts.stream()
        .flatMap(Optional::stream)
        .map(ReceivedPart::coding)
        .findFirst()
        .orElseThrow();
  }

  public int partsReceived() {
    return (int) parts.stream().filter(Optional::isPresent).count();
  }

  @Override
  public String toString() {
    return "WholeMessage[" + carrier + ", " + partsReceived() + " of " + parts.size() + "]";
  }
}
