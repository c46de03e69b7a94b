package io.tweestap.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How long an event is kept, by its class (PRV-3). [AuditSettings] has the times.
public enum Retention {
  /// What people did: logins, codes, factors. 12 months unless set otherwise.
  ACTIVITY,
  /// What was set: policies, settings, clients, keys, who may do what. Longer, because one must be
  /// able to say later why something was allowed.
  ADMINISTRATION;

  /// As it stands in the database and in answers: `activity`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Retention> of(String text) {
    return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
  }
}
