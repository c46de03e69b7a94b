package io.tweestap.client.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A body or a query that needs no class of its own.
public final class Fields extends Body<Fields> {
  private Fields(Map<String, @Nullable Object> fields) {
    super(fields, Fields::new);
  }

  public static Fields none() {
    return new Fields(Map.of());
  }

  public static Fields of(String name, Object value) {
    return none().and(name, value);
  }

  public Fields and(String name, Object value) {
    return with(name, value);
  }
}
