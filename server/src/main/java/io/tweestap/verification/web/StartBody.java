package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import io.tweestap.shared.IpAddress;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MessageFields;
import io.tweestap.shared.web.Problem;
import io.tweestap.verification.NewVerification;
import io.tweestap.verification.Purpose;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/verifications`. `toString` shows no address and no details.
record StartBody(
    @Nullable String to,
    @Nullable String channel,
    @Nullable String purpose,
    @Nullable String locale,
    @Nullable Integer codeLength,
    @Nullable Integer ttl,
    @Nullable String sender,
    @Nullable String template,
    @Nullable DetailsBody details,
    @Nullable String sourceIp,
    @Nullable Map<String, String> metadata,
    @Nullable List<@Nullable StepBody> workflow) {
  /// @throws Problem that names the first field with which something is wrong
  NewVerification read() {
    String recipient = Fields.required("to", to);
    Channel by = readChannel();
    Purpose purpose = readPurpose();
    Optional<Duration> life = readTtl();
    return new NewVerification(
        recipient,
        by,
        purpose,
        Optional.ofNullable(locale).map(StartBody::readLocale),
        readCodeLength(),
        life,
        Optional.ofNullable(sender).map(MessageFields::sender),
        Optional.ofNullable(template).map(MessageFields::template),
        DetailsBody.read(details, purpose),
        Optional.ofNullable(sourceIp).map(StartBody::readIp),
        MessageFields.metadata(metadata),
        workflow == null
            ? List.of()
            : StepBody.read(workflow, life.orElse(purpose.defaultTtl(by))));
  }

  @Override
  public String toString() {
    return "StartBody[" + purpose + ", " + channel + "]";
  }

  /// The channel of the first step need not be said twice.
  private Channel readChannel() {
    StepBody first = workflow == null ? null : StepBody.first(workflow);
    if (first == null || first.channel() == null) {
      return ChannelField.read("channel", Fields.required("channel", channel));
    }
    Channel begin = ChannelField.read(StepBody.channelField(0), first.channel());
    if (channel != null && ChannelField.read("channel", channel) != begin) {
      throw Fields.invalid("channel", "must be that of the first step, or be left out");
    }
    return begin;
  }

  private Purpose readPurpose() {
    String text = Fields.required("purpose", purpose);
    return Purpose.of(text)
        .orElseThrow(() ->
            Fields.invalid(
                "purpose",
                "must be one of "
                    + Arrays.stream(Purpose.values())
                        .map(Purpose::text)
                        .collect(Collectors.joining(", "))));
  }

  private static Locale readLocale(String text) {
    Locale locale = Locale.forLanguageTag(text);
    if (locale.getLanguage().isEmpty()) {
      throw Fields.invalid("locale", "must be a language tag such as nl, de or en");
    }
    return locale;
  }

  private int readCodeLength() {
    int length = codeLength == null ? NewVerification.CODE_LENGTH_DEFAULT : codeLength;
    if (length < NewVerification.CODE_LENGTH_MIN || length > NewVerification.CODE_LENGTH_MAX) {
      throw Fields.invalid("code_length", "must be a number from 4 to 10");
    }
    return length;
  }

  private Optional<Duration> readTtl() {
    if (ttl == null) {
      return Optional.empty();
    }
    if (ttl < Purpose.SHORTEST.toSeconds()) {
      throw Fields.invalid("ttl", "must be a number of seconds, 30 or more");
    }
    return Optional.of(Duration.ofSeconds(ttl));
  }

  private static String readIp(String text) {
    if (!IpAddress.isLiteral(text)) {
      throw Fields.invalid("source_ip", "must be an IPv4 or IPv6 address");
    }
    return IpAddress.countedAs(text);
  }
}
