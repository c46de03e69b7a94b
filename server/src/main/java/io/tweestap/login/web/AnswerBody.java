package io.tweestap.login.web;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.web.KeyResponse;
import io.tweestap.login.NewAnswer;
import io.tweestap.shared.web.Fields;
import io.tweestap.verification.web.DetailsBody;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins/{id}/answers`. `toString` does not show the code.
///
/// @param response of a security key, in the place of a code
record AnswerBody(
    @Nullable UUID factorId,
    @Nullable String code,
    @Nullable Map<String, @Nullable Object> response,
    @Nullable UUID challengeId,
    @Nullable DetailsBody details,
    @Nullable Boolean rememberBrowser) {
  NewAnswer read() {
    return new NewAnswer(
        new FactorId(Fields.required("factor_id", factorId)),
        KeyResponse.orCode(response, code, () -> CodeField.read(code)),
        Optional.ofNullable(challengeId),
        DetailsBody.read(details),
        Boolean.TRUE.equals(rememberBrowser));
  }

  @Override
  public String toString() {
    return "AnswerBody[]";
  }
}
