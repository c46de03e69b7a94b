package io.tweestap.user.web;

import io.tweestap.user.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user in an answer.
///
/// @param pseudonym what the audit calls this user
record UserView(
    String ref,
    UUID id,
    String state,
    List<String> groups,
    List<AddressView> addresses,
    String locale,
    String timeZone,
    @Nullable String deadline,
    int skipsUsed,
    UUID pseudonym,
    Instant createdAt,
    Instant updatedAt) {
  static UserView of(User user, List<AddressView> addresses) {
    return new UserView(
        user.ref().value(),
        user.id().value(),
        user.state().text(),
        List.copyOf(user.groups()),
        addresses,
        user.locale().toLanguageTag(),
        user.zone().getId(),
        user.deadline().map(LocalDate::toString).orElse(null),
        user.skipsUsed(),
        user.pseudonym(),
        user.createdAt(),
        user.updatedAt());
  }

  @Override
  public String toString() {
    return "UserView[" + id + "]";
  }
}
