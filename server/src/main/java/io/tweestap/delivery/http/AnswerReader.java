package io.tweestap.delivery.http;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Price;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Says what a provider's answer means, as the settings describe it. Of the body only the named
/// fields are used; its words are never kept, since they may quote the recipient.
final class AnswerReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<Integer> RETRY = Set.of(408, 425, 429);
  private static final Set<Integer> UNAVAILABLE = Set.of(401, 402, 407, 503);
  private static final int ID_MAX = 255;
  private static final BigDecimal PARTS_MAX = new BigDecimal(HandOver.Accepted.PARTS_MAX);

  private final ResponseProperties settings;
  private final Clock clock;

  AnswerReader(ResponseProperties settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// @param parts in how many parts the text was probably sent, for providers that do not say
  HandOver read(ProviderAnswer answer, int parts) {
    int status = answer.status();
    JsonNode body = body(answer);
    if (settings.refused().contains(status) || !isSuccess(status)) {
      return failed(classOf(status), body, answer);
    }
    return settings.outcome() == null
        ? accepted(body, parts)
        : byOutcome(Json.value(body, settings.outcome()), body, answer, parts);
  }

  private FailureClass classOf(int status) {
    if (settings.refused().contains(status)) {
      return FailureClass.REJECTED;
    }
    if (settings.retry().contains(status) || RETRY.contains(status)) {
      return FailureClass.RETRY;
    }
    if (UNAVAILABLE.contains(status)) {
      return FailureClass.UNAVAILABLE;
    }
    return status / 100 == 5 ? FailureClass.RETRY : FailureClass.REJECTED;
  }

  /// What the settings know about the provider's own code counts more than its status. Only codes
  /// that they know are repeated: others may be anything.
  private HandOver failed(FailureClass byStatus, JsonNode body, ProviderAnswer answer) {
    String status = Integer.toString(answer.status());
    String words = "the provider answered " + status;
    Optional<String> code =
        Json.value(body, settings.error()).filter(settings.errors()::containsKey);
    return new HandOver.Failed(
        settings.errors().getOrDefault(code.orElse(status), byStatus),
        code.map(known -> words + ", error " + known).orElse(words),
        retryAfter(answer));
  }

  private boolean isSuccess(int status) {
    return settings.success().isEmpty()
        ? status / 100 == 2 && !settings.retry().contains(status)
        : settings.success().contains(status);
  }

  private HandOver byOutcome(
      Optional<String> outcome, JsonNode body, ProviderAnswer answer, int parts) {
    if (outcome.isEmpty()) {
      return new HandOver.Unknown("the provider's answer does not say whether it took the message");
    }
    if (settings.accepted().contains(outcome.get())) {
      return accepted(body, parts);
    }
    FailureClass kind = settings.errors().get(outcome.get());
    if (kind != null) {
      return new HandOver.Failed(kind, "the provider named the outcome " + outcome.get());
    }
    FailureClass otherwise =
        settings.retryOutcomes().contains(outcome.get())
            ? FailureClass.RETRY
            : FailureClass.REJECTED;
    return Json.value(body, settings.error()).filter(settings.errors()::containsKey).isPresent()
        ? failed(otherwise, body, answer)
        : new HandOver.Failed(
            otherwise,
            otherwise == FailureClass.RETRY
                ? "the provider named an outcome that is worth another try"
                : "the provider named an outcome that is not among the accepted");
  }

  private HandOver accepted(JsonNode body, int parts) {
    Optional<String> id =
        Json.value(body, settings.id()).filter(text -> text.length() <= ID_MAX && !text.isBlank());
    return new HandOver.Accepted(
        id.stream().toList(), parts(body).orElse(parts), price(body), Optional.empty());
  }

  private Optional<Integer> parts(JsonNode body) {
    return Json.value(body, settings.parts())
        .flatMap(AnswerReader::number)
        .filter(count -> count.compareTo(BigDecimal.ONE) >= 0 && count.compareTo(PARTS_MAX) <= 0)
        .map(BigDecimal::intValue);
  }

  private Optional<Price> price(JsonNode body) {
    Optional<String> currency =
        Json.value(body, settings.currency())
            .or(() -> Optional.ofNullable(settings.currencyFixed()));
    return Json.value(body, settings.price())
        .flatMap(AnswerReader::number)
        .flatMap(amount -> currency.flatMap(name -> price(amount, name)));
  }

  private static Optional<Price> price(BigDecimal amount, String currency) {
    try {
      return Optional.of(new Price(amount, currency));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      // 1e999999999 would be a number of a billion digits once it is written out.
      return text.length() > 20 || text.contains("e") || text.contains("E")
          ? Optional.empty()
          : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// A body that is not JSON says nothing.
  private static JsonNode body(ProviderAnswer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  /// `Retry-After` as seconds or as a moment (RFC 9110 section 10.2.3).
  private Optional<Duration> retryAfter(ProviderAnswer answer) {
    return answer.headers().firstValue("Retry-After").flatMap(this::delay);
  }

  private Optional<Duration> delay(String text) {
    String value = text.strip();
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), moment);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
