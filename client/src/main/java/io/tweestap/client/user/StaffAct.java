package io.tweestap.client.user;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who wants it and why. Both may be left out.
public final class StaffAct extends Body<StaffAct> {
  private StaffAct(Map<String, @Nullable Object> fields) {
    super(fields, StaffAct::new);
  }

  /// Nothing yet.
  public static StaffAct empty() {
    return new StaffAct(Map.of());
  }

  /// Who does it, as you call this person; for the audit.
  public StaffAct staff(String staff) {
    return with("staff", staff);
  }

  /// Why; for the audit.
  public StaffAct reason(String reason) {
    return with("reason", reason);
  }
}
