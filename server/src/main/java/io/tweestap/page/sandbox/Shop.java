package io.tweestap.page.sandbox;

import io.tweestap.page.sandbox.Visit.Said;
import io.tweestap.page.sandbox.Visit.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The demo shop: what an application does to ask for a code and to check it.
@Component
@WhenTryIt
class Shop {
  private static final String VERIFICATIONS = "/v1/verifications";

  private final ApiClient api;
  private final Clock clock;

  Shop(ApiClient api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /// Asks for a code. The visit stays at the form when the API says no.
  Visit start(Wish wish) {
    Instant asked = clock.instant();
    Visit before = Visit.fresh(wish);
    return switch (api.post(VERIFICATIONS, wish.startBody())) {
      case ApiAnswer.Done(JsonNode body) ->
          new Visit(body.get("id").asString(), wish, asked, Said.good(Step.START, ""));
      case ApiAnswer.Refused no -> before.with(Said.bad(Step.START, no, ""));
      case ApiAnswer.Silent() -> before.with(Said.silent(Step.START));
    };
  }

  /// Checks a code.
  ///
  /// @param toAnother whether the shop sends another payee than the one in the message, as a thief
  ///   in the middle would
  Visit check(Visit visit, String typed, boolean toAnother) {
    String path = VERIFICATIONS + "/" + visit.id() + "/check";
    return switch (api.post(path, visit.wish().checkBody(typed, toAnother))) {
      case ApiAnswer.Done(_) -> visit.with(Said.good(Step.CHECK, typed));
      case ApiAnswer.Refused no -> visit.with(Said.bad(Step.CHECK, no, typed));
      case ApiAnswer.Silent() -> visit.with(Said.silent(Step.CHECK));
    };
  }

  /// Asks for a new code.
  Visit resend(Visit visit) {
    Instant asked = clock.instant();
    return switch (api.post(VERIFICATIONS + "/" + visit.id() + "/resend", null)) {
      case ApiAnswer.Done(_) ->
          new Visit(visit.id(), visit.wish(), asked, Said.good(Step.RESEND, ""));
      case ApiAnswer.Refused no -> visit.with(Said.bad(Step.RESEND, no, ""));
      case ApiAnswer.Silent() -> visit.with(Said.silent(Step.RESEND));
    };
  }

  /// How the verification of a visit stands now; empty when it is unknown.
  Optional<Standing> standing(Visit visit) {
    return api.get(VERIFICATIONS + "/" + visit.id()) instanceof ApiAnswer.Done(JsonNode body)
        ? Optional.of(standing(body))
        : Optional.empty();
  }

  private Standing standing(JsonNode body) {
    return new Standing(
        body.path("state").asString(),
        body.path("checks_left").asInt(),
        body.path("sends_left").asInt(),
        secondsUntil(body.path("next_send_at").asString("")));
  }

  private long secondsUntil(String moment) {
    if (moment.isEmpty()) {
      return 0;
    }
    long millis = Duration.between(clock.instant(), Instant.parse(moment)).toMillis();
    return Math.max(0, Math.ceilDiv(millis, 1000L));
  }

  /// @param state as the API says it, `pending`; empty when it is unknown
  /// @param waitSeconds until another code may be sent, 0 when it may
  record Standing(String state, int checksLeft, int sendsLeft, long waitSeconds) {
    boolean isUnknown() {
      return state.isEmpty();
    }

    boolean isPending() {
      return state.equals("pending");
    }
  }
}
