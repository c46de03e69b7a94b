package io.tweestap.factor.web;

import io.tweestap.factor.Answer;
import io.tweestap.shared.web.Fields;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The field `response`: what a security key said, as the browser's `toJSON()` gives it.
public final class KeyResponse {
  private static final JsonMapper JSON = JsonMapper.shared();

  private KeyResponse() {}

  /// The response as text; where there is none, the code. Exactly one of them is given.
  ///
  /// @param reading reads the code
  /// @throws io.tweestap.shared.web.Problem when both are given, or the response is too long
  public static String orCode(
      @Nullable Map<String, @Nullable Object> response,
      @Nullable String code,
      Supplier<String> reading) {
    if (response == null) {
      return reading.get();
    }
    if (code != null) {
      throw Fields.invalid("response", "stands in the place of code, not beside it");
    }
    String text = JSON.writeValueAsString(response);
    if (text.length() > Answer.RESPONSE_MAX) {
      throw Fields.invalid("response", "is longer than any response of a security key");
    }
    return text;
  }
}
