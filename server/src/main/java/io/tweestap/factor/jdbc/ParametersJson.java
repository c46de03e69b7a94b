package io.tweestap.factor.jdbc;

import io.tweestap.factor.kind.Parameters;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Parameters as they stand in a column of type `jsonb`.
public final class ParametersJson {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ParametersJson() {}

  public static Parameters read(String json) {
    return json.equals("{}") ? Parameters.NONE : new Parameters(JSON.readValue(json, TEXTS));
  }

  public static String write(Parameters parameters) {
    return JSON.writeValueAsString(parameters.values());
  }
}
