package io.tweestap.user.web;

import io.tweestap.audit.Actor;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MomentFields;
import io.tweestap.tenant.Caller;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/deadline`.
///
/// @param date null: what the policies say
record DeadlineBody(@Nullable String date, @Nullable String staff, @Nullable String reason) {
  Optional<LocalDate> readDate() {
    return Optional.ofNullable(date)
        .map(text ->
            MomentFields.day(text)
                .orElseThrow(
                    () -> Fields.invalid("date", "must be a day such as 2026-03-01, or null")));
  }

  String actor(Caller caller) {
    return Actor.staff(StaffBody.staff(Fields.required("staff", staff)), caller.clientId());
  }

  String readReason() {
    return StaffBody.reason(Fields.required("reason", reason));
  }
}
