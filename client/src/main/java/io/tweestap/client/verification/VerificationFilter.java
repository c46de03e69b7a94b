package io.tweestap.client.verification;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which verifications to list; those of all conditions at once.
public final class VerificationFilter extends Body<VerificationFilter> {
  private VerificationFilter(Map<String, @Nullable Object> fields) {
    super(fields, VerificationFilter::new);
  }

  /// Without any condition.
  public static VerificationFilter all() {
    return new VerificationFilter(Map.of());
  }

  /// Only those in this state.
  public VerificationFilter state(VerificationState state) {
    return with("state", state);
  }

  /// Only those of this purpose.
  public VerificationFilter purpose(Purpose purpose) {
    return with("purpose", purpose);
  }

  /// Only those to this phone number or mail address, written in full.
  public VerificationFilter to(String to) {
    return with("to", to);
  }

  /// Only those started at this moment or later.
  public VerificationFilter since(Instant since) {
    return with("since", since);
  }

  /// Only those started before this moment.
  public VerificationFilter until(Instant until) {
    return with("until", until);
  }
}
