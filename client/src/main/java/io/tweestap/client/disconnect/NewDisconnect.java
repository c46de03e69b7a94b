package io.tweestap.client.disconnect;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff ask for when a user calls.
public final class NewDisconnect extends Body<NewDisconnect> {
  private NewDisconnect(Map<String, @Nullable Object> fields) {
    super(fields, NewDisconnect::new);
  }

  /// With what is required.
  ///
  /// @param reason why
  /// @param callerCheck how staff made sure who calls: called back, asked for the customer number
  /// @param staff who of the staff it is
  public static NewDisconnect of(String reason, String callerCheck, String staff) {
    return new NewDisconnect(Map.of())
        .with("reason", reason)
        .with("caller_check", callerCheck)
        .with("staff", staff);
  }

  /// Who agreed, where you have that decided by yourself.
  public NewDisconnect approver(String approver) {
    return with("approver", approver);
  }

  /// Until when the user need not set up another factor; left out: at the next login, as the
  /// policies say. RFC 3339, UTC.
  public NewDisconnect until(Instant until) {
    return with("until", until);
  }

  /// Whether a code is wanted that stands in for a factor once, for a day at most.
  public NewDisconnect temporaryPass(boolean temporaryPass) {
    return with("temporary_pass", temporaryPass);
  }

  /// Everything of the user.
  public NewDisconnect all() {
    return with("scope", Map.of("all", true));
  }

  /// This factor alone.
  public NewDisconnect factor(UUID factor) {
    return with("scope", Map.of("factor_id", factor));
  }
}
