package io.tweestap.page.sandbox;

import tools.jackson.databind.JsonNode;

/// What the API said.
sealed interface ApiAnswer {
  /// It did what it was asked.
  ///
  /// @param body missing where the answer has none
  record Done(JsonNode body) implements ApiAnswer {}

  /// It said no.
  ///
  /// @param code of the problem, `wrong_code`
  /// @param detail one English sentence that says what to do
  /// @param checksLeft -1 where the problem does not say
  /// @param retrySeconds -1 where the problem does not say
  record Refused(String code, String detail, int checksLeft, int retrySeconds)
      implements ApiAnswer {}

  /// It did not answer in time.
  record Silent() implements ApiAnswer {}
}
