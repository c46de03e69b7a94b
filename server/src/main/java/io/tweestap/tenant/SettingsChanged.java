package io.tweestap.tenant;

import io.tweestap.shared.TenantId;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A tenant's settings were changed, in the present transaction.
///
/// @param changed the new value of each setting that is another one now, by its name in the API
public record SettingsChanged(TenantId tenant, Map<String, Object> changed) {
  public SettingsChanged {
    changed = Map.copyOf(changed);
  }

  /// What differs; test numbers are no part of it.
  static SettingsChanged between(Tenant before, Tenant after) {
    Map<String, Object> changed = new TreeMap<>();
    if (!before.name().equals(after.name())) {
      changed.put("name", after.name());
    }
    for (RecordComponent part : TenantSettings.class.getRecordComponents()) {
      Object now = value(part, after.settings());
      if (!part.getName().equals("testNumbers") && !now.equals(value(part, before.settings()))) {
        changed.put(name(part), now);
      }
    }
    return new SettingsChanged(after.id(), changed);
  }

  private static String name(RecordComponent part) {
    return part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(RecordComponent part, TenantSettings of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a setting cannot be read", e);
    }
  }
}
