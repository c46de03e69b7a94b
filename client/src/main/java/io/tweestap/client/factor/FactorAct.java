package io.tweestap.client.factor;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who does it.
public final class FactorAct extends Body<FactorAct> {
  private FactorAct(Map<String, @Nullable Object> fields) {
    super(fields, FactorAct::new);
  }

  /// Nothing yet.
  public static FactorAct empty() {
    return new FactorAct(Map.of());
  }

  /// The address of the user, for the audit.
  public FactorAct sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }

  /// Who of your staff does it, for the audit.
  public FactorAct staff(String staff) {
    return with("staff", staff);
  }
}
