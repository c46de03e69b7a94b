package io.tweestap.delivery.smpp;

import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.delivery.smpp.wire.Submission.Address;
import io.tweestap.sms.Encoding;
import io.tweestap.sms.Joining;
import io.tweestap.sms.SmsPart;
import io.tweestap.sms.SmsParts;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes a message as the parts that its link sends. What it draws from a message's id is the same
/// for each try: a resent part takes the place of the first.
final class SubmissionWriter {
  private static final int UCS_2 = 8;
  private static final int HEADER_FIRST = 0x40;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'").withZone(ZoneOffset.UTC);
  private static final Duration VALIDITY_MAX = Duration.ofDays(28);

  private final LinkSettings settings;
  private final Addresses addresses;
  private final Map<Integer, byte[]> extra = new LinkedHashMap<>();
  private final Clock clock;

  SubmissionWriter(LinkSettings settings, Clock clock) {
    this.settings = settings;
    this.addresses = new Addresses(settings);
    this.clock = clock;
    settings.extra().entrySet().stream()
        .map(LinkRules::parameter)
        .sorted(Map.Entry.comparingByKey())
        .forEach(parameter -> extra.put(parameter.getKey(), parameter.getValue()));
  }

  /// The parts in their order.
  ///
  /// @param to where it goes
  /// @param parts the same text, 255 at most
  List<Submission> write(OutgoingMessage message, Address to, SmsParts parts) {
    int reference = reference(message.id());
    return parts.inBytes(reference).stream()
        .map(part -> submission(message, to, parts, part))
        .toList();
  }

  private Submission submission(OutgoingMessage message, Address to, SmsParts parts, SmsPart part) {
    boolean payload = settings.joining() == Joining.PAYLOAD && parts.count() > 1;
    return new Submission(
        settings.serviceType(),
        addresses.source(message.sender()),
        to,
        part.hasHeader() ? HEADER_FIRST : 0,
        0,
        validity(message.expiresAt()),
        settings.receipts(),
        parts.encoding() == Encoding.UCS_2 ? UCS_2 : settings.gsmCoding(),
        payload ? new byte[0] : part.bytes(),
        optional(part, payload));
  }

  private Map<Integer, byte[]> optional(SmsPart part, boolean payload) {
    Map<Integer, byte[]> optional = new LinkedHashMap<>();
    optional.put(Submission.USER_MESSAGE_REFERENCE, twoOctets(part.reference()));
    if (settings.joining() == Joining.SAR && part.total() > 1) {
      optional.put(Submission.SAR_REFERENCE, twoOctets(part.reference()));
      optional.put(Submission.SAR_TOTAL, new byte[] {(byte) part.total()});
      optional.put(Submission.SAR_NUMBER, new byte[] {(byte) part.number()});
    }
    if (payload) {
      optional.put(Submission.MESSAGE_PAYLOAD, part.bytes());
    }
    optional.putAll(extra);
    return optional;
  }

  /// As section 7.1.1 writes times; the operator must not deliver a code that is worth nothing any
  /// more.
  private String validity(Instant expiresAt) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, expiresAt);
    Duration asked = left.compareTo(VALIDITY_MAX) > 0 ? VALIDITY_MAX : left;
    if (asked.toSeconds() < 1) {
      asked = Duration.ofSeconds(1);
    }
    return switch (settings.validity()) {
      case RELATIVE ->
          "0000%02d%02d%02d%02d000R"
              .formatted(
                  asked.toDays(),
                  asked.toHoursPart(),
                  asked.toMinutesPart(),
                  asked.toSecondsPart());
      case ABSOLUTE -> MOMENT.format(now.plus(asked));
      case NONE -> "";
    };
  }

  private static int reference(UUID id) {
    return Long.hashCode(id.getLeastSignificantBits() * 0x9E3779B97F4A7C15L) >>> 16;
  }

  private static byte[] twoOctets(int value) {
    return ByteBuffer.allocate(2).putShort((short) value).array();
  }
}
