package io.tweestap.user.web;

import io.tweestap.audit.Actor;
import io.tweestap.shared.web.Fields;
import io.tweestap.tenant.Caller;
import org.jspecify.annotations.Nullable;

/// Who wants it and why; both may be left out.
record StaffBody(@Nullable String staff, @Nullable String reason) {
  private static final int STAFF_MAX = 100;
  private static final int REASON_MAX = 500;

  static StaffBody of(@Nullable StaffBody body) {
    return body == null ? new StaffBody(null, null) : body;
  }

  String actor(Caller caller) {
    return staff == null || staff.isBlank()
        ? Actor.client(caller.clientId())
        : Actor.staff(staff(staff), caller.clientId());
  }

  String readReason() {
    return reason == null ? "" : reason(reason);
  }

  static String staff(String name) {
    if (name.length() > STAFF_MAX) {
      throw Fields.invalid("staff", "has at most 100 characters");
    }
    return name;
  }

  static String reason(String reason) {
    if (reason.length() > REASON_MAX) {
      throw Fields.invalid("reason", "has at most 500 characters");
    }
    return reason;
  }
}
