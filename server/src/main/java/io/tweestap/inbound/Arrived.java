package io.tweestap.inbound;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.sms.PartNumber;
import io.tweestap.sms.ReceivedPart;
import io.tweestap.sms.UserData;
import java.util.Optional;
import java.util.regex.Pattern;

/// What came over a carrier, its header read and its numbers in one form. `toString` shows nothing
/// of it.
///
/// @param from E.164 where it is a whole number; else as it came
/// @param to the same
/// @param number which part of a message it is; empty when it is all of one
public record Arrived(
    String carrier,
    Optional<String> identity,
    String from,
    String to,
    ReceivedPart part,
    Optional<PartNumber> number) {
  private static final Pattern WHOLE = Pattern.compile("(?:\\+|00)?([1-9][0-9]{7,14})");
  private static final int ADDRESS_MAX = 30;

  static Arrived of(IncomingSms.Received message) {
    UserData data = UserData.read(message.dataCoding(), message.hasHeader(), message.text());
    return new Arrived(
        message.carrier(),
        message.identity(),
        address(message.from()),
        address(message.to()),
        data.part(),
        data.number()
            .or(() ->
                message
                    .piece()
                    .flatMap(one -> PartNumber.of(one.reference(), one.total(), one.number()))));
  }

  /// Short numbers and names stay as they are: of them nobody knows the country.
  static String address(String written) {
    String bare = written.strip().replaceAll("\\p{Cntrl}", "");
    var whole = WHOLE.matcher(bare);
    if (whole.matches()) {
      return "+" + whole.group(1);
    }
    return bare.length() > ADDRESS_MAX ? bare.substring(0, ADDRESS_MAX) : bare;
  }

  @Override
  public String toString() {
    return "Arrived[" + carrier + "]";
  }
}
