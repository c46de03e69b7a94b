package io.tweestap.client.http;

import io.tweestap.client.Problem;
import io.tweestap.client.TweestapUnavailable;
import java.util.Map;

/// Reads what the server says when it does not say yes.
final class Problems {
  private Problems() {}

  /// @throws TweestapUnavailable when it is the server that failed
  static Problem read(int status, byte[] body) {
    Map<String, Object> members = members(body);
    String code = text(members, "code", text(members, "error", ""));
    String detail = text(members, "detail", text(members, "error_description", ""));
    if (status >= 500 || status < 400) {
      String reference = text(members, "reference", "");
      throw new TweestapUnavailable(
          "answered "
              + status
              + (code.isEmpty() ? "" : " " + code)
              + (reference.isEmpty() ? "" : ", reference " + reference),
          null);
    }
    return new Problem(status, code, detail, members);
  }

  /// Empty when it is no JSON object: then it is somebody on the way who answered.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(byte[] body) {
    try {
      Map<String, Object> members = Json.read(body, Map.class);
      members.values().removeIf(value -> value == null);
      return members;
    } catch (TweestapUnavailable e) {
      return Map.of();
    }
  }

  private static String text(Map<String, Object> members, String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }
}
