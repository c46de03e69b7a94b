package io.tweestap.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything that a tenant can be told. The text is part of the API and stable.
public enum EventType {
  /// A verification was created and its code accepted for sending.
  VERIFICATION_STARTED,
  /// The right code was given in time.
  VERIFICATION_APPROVED,
  /// The time ran out before the right code was given.
  VERIFICATION_EXPIRED,
  /// The application took the verification back.
  VERIFICATION_CANCELED,
  /// No further check is possible: too many wrong codes, or the details differed.
  VERIFICATION_FAILED,
  /// A login passed; an answer proved it, or none was asked for.
  LOGIN_PASSED,
  /// Too many wrong answers, or amount and payee were not those that the login began with.
  LOGIN_FAILED,
  /// The policy allowed no login.
  LOGIN_REFUSED,
  /// The application took the login back, or the user was suspended, closed or disconnected.
  LOGIN_CANCELED,
  /// The time ran out before the login passed.
  LOGIN_EXPIRED,
  /// Staff ask to take factors away from a user; a second person must agree.
  DISCONNECT_REQUESTED,
  /// Staff took factors away from a user.
  DISCONNECT_DONE,
  /// A carrier took the message over.
  MESSAGE_ACCEPTED,
  /// A carrier reported that all of the message reached the handset or mailbox.
  MESSAGE_DELIVERED,
  /// A carrier reported that some parts of the message arrived and others never will.
  MESSAGE_PARTLY_DELIVERED,
  /// A carrier reported that nothing of the message arrives.
  MESSAGE_UNDELIVERED,
  /// No carrier took the message: refused for good, or tried too often.
  MESSAGE_FAILED,
  /// The message was not handed over while its code was alive, so it was never sent.
  MESSAGE_EXPIRED,
  /// Somebody wrote to a number of the tenant.
  MESSAGE_RECEIVED,
  /// The fraud guard blocks a country, a block of numbers or a source for a while.
  FRAUD_BLOCKED,
  /// Less of the tenant's credit is available than the amount that it chose.
  CREDIT_LOW,
  /// A test that goes to one endpoint on request; nobody subscribes to it.
  PING;

  private final String text = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");

  /// As it stands in the API: `verification.approved`.
  public String text() {
    return text;
  }

  /// The types that an endpoint may subscribe to: all but `ping`.
  public static List<EventType> subscribable() {
    return Arrays.stream(values()).filter(type -> type != PING).toList();
  }

  public static Optional<EventType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }
}
