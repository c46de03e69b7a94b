package io.tweestap.policy.web;

import io.tweestap.policy.exemption.Exemption;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.web.Fields;
import io.tweestap.tenant.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the exemptions' requests and answers look like.
final class ExemptionViews {
  private static final int REASON_MAX = 500;

  private ExemptionViews() {}

  /// Body of `POST /v1/users/{ref}/exemptions`.
  record Request(@Nullable String reason, @Nullable String until, @Nullable String staff) {
    Exemptions.Wish read(Caller caller, Instant now) {
      Instant end = Values.moment("until", Fields.required("until", until)).orElseThrow();
      if (!end.isAfter(now) || Duration.between(now, end).compareTo(Exemptions.LONGEST) > 0) {
        throw Fields.invalid("until", "must lie ahead, at most 366 days");
      }
      String by = Values.staff("staff", staff);
      return new Exemptions.Wish(readReason(), end, by, PoliciesController.actor(caller, by));
    }

    private String readReason() {
      String why = Fields.required("reason", reason).strip();
      if (why.length() > REASON_MAX || why.indexOf('\0') >= 0) {
        throw Fields.invalid("reason", "has at most 500 characters");
      }
      return why;
    }

    @Override
    public String toString() {
      return "Request[until " + until + "]";
    }
  }

  /// Body of an approval.
  record Approval(@Nullable String staff) {}

  /// An exemption.
  ///
  /// @param user the application's reference
  record Shown(
      UUID id,
      String user,
      String state,
      String reason,
      Instant until,
      String requestedBy,
      boolean needsApproval,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      Instant createdAt) {
    static Shown of(Exemption exemption, String ref, Instant now) {
      return new Shown(
          exemption.id(),
          ref,
          exemption.state(now).text(),
          exemption.reason(),
          exemption.until(),
          exemption.requestedBy(),
          exemption.needsApproval(),
          exemption.approvedBy().orElse(null),
          exemption.approvedAt().orElse(null),
          exemption.endedAt().orElse(null),
          exemption.endedBy().orElse(null),
          exemption.createdAt());
    }

    @Override
    public String toString() {
      return "Shown[" + id + ", " + state + "]";
    }
  }
}
