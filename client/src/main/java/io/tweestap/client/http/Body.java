package io.tweestap.client.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a request says: fields by name. It does not change; each step gives a new one.
///
/// @param <T> the class itself
public abstract class Body<T extends Body<T>> {
  private final Map<String, @Nullable Object> fields;
  private final Function<Map<String, @Nullable Object>, T> make;

  /// @param make makes one of the same class with other fields
  protected Body(
      Map<String, @Nullable Object> fields, Function<Map<String, @Nullable Object>, T> make) {
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.make = make;
  }

  /// This and one more field. A field that is there already gets the new value.
  ///
  /// @param value null says so to the server, which a few fields allow
  protected final T with(String name, @Nullable Object value) {
    refuseUnknown(name, value);
    Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
    more.put(name, value instanceof Duration time ? time.toSeconds() : value);
    return make.apply(more);
  }

  /// This and one more element of a list.
  protected final T plus(String name, Object element) {
    var all = new ArrayList<Object>();
    if (fields.get(name) instanceof Collection<?> before) {
      all.addAll(before);
    }
    all.add(element);
    return with(name, all);
  }

  private static void refuseUnknown(String name, @Nullable Object value) {
    boolean unknown =
        value instanceof Collection<?> values
            ? values.stream().anyMatch(Body::isUnknown)
            : isUnknown(value);
    if (unknown) {
      throw new IllegalArgumentException(name + ": UNKNOWN is for reading only");
    }
  }

  private static boolean isUnknown(@Nullable Object value) {
    return value instanceof Enum<?> one && one.name().equals("UNKNOWN");
  }

  @JsonValue
  final Map<String, @Nullable Object> fields() {
    return fields;
  }

  /// The names of the fields, never what they hold.
  @Override
  public String toString() {
    return getClass().getSimpleName() + fields.keySet();
  }
}
