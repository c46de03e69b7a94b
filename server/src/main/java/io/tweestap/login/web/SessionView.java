package io.tweestap.login.web;

import io.tweestap.login.Result;
import io.tweestap.login.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session in an answer.
record SessionView(
    UUID id,
    String state,
    @Nullable String application,
    @Nullable String userAgent,
    @Nullable String place,
    List<String> amr,
    String acr,
    Instant startedAt,
    Instant lastActiveAt,
    Instant idleEndsAt,
    Instant endsAt) {
  static SessionView of(Session session) {
    return new SessionView(
        session.id(),
        session.state().text(),
        session.application().orElse(null),
        session.userAgent().orElse(null),
        session.place().orElse(null),
        session.amr(),
        Result.acrText(session.acr()),
        session.startedAt(),
        session.lastActiveAt(),
        session.idleEndsAt(),
        session.endsAt());
  }
}
