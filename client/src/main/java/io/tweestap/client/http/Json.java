package io.tweestap.client.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tweestap.client.TweestapUnavailable;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the API writes it: names with underscores, nothing said about what is not there. What a
/// newer server says beyond what this client knows is left out.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .withConfigOverride(
              Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .changeDefaultPropertyInclusion(
              usual -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  private Json() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// @throws TweestapUnavailable when it is not what the API promises
  public static <T> T read(byte[] bytes, Class<T> type) {
    return read(bytes, MAPPER.constructType(type));
  }

  static <T> T read(byte[] bytes, Class<?> of, Class<?> element) {
    return read(bytes, MAPPER.getTypeFactory().constructParametricType(of, element));
  }

  private static <T> T read(byte[] bytes, JavaType type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new TweestapUnavailable("the answer was empty", null);
      }
      return value;
    } catch (JacksonException e) {
      // Its message may repeat what the answer held.
      throw new TweestapUnavailable("the answer was not the JSON that the API promises", null);
    }
  }

  /// What is known of a thing, as the record for it.
  public static <T> T convert(Map<String, Object> fields, Class<T> type) {
    try {
      return MAPPER.convertValue(fields, type);
    } catch (JacksonException e) {
      throw new TweestapUnavailable("the answer was not the JSON that the API promises", null);
    }
  }
}
