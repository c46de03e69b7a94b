package io.tweestap.idempotency.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.idempotency.Answer;
import io.tweestap.idempotency.IdempotencyOutcome;
import io.tweestap.idempotency.IdempotentRequests;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers a request that may carry an `Idempotency-Key`: without one, the work is simply done;
/// with one, it is done once in 24 hours, and a repetition gets the first answer again, marked
/// `Idempotent-Replayed: true`.
@Component
public class Idempotent {
  /// The request header (draft-ietf-httpapi-idempotency-key-header).
  public static final String KEY = "Idempotency-Key";

  /// The answer header that marks a repetition.
  public static final String REPLAYED = "Idempotent-Replayed";

  private static final String KEY_FORM = "[\\x21-\\x7e]{1,255}";

  private final IdempotentRequests requests;
  private final Vault vault;
  private final JsonMapper json;

  Idempotent(IdempotentRequests requests, Vault vault, JsonMapper json) {
    this.requests = requests;
    this.vault = vault;
    this.json = json;
  }

  /// Does the work, or answers as before.
  ///
  /// @param body the body as it was read: two requests are the same when method, path and body are
  /// @param success the status of a success
  public ResponseEntity<?> answer(
      Caller caller,
      HttpServletRequest request,
      @Nullable Object body,
      HttpStatus success,
      Supplier<?> work) {
    String key = request.getHeader(KEY);
    if (key == null) {
      return ResponseEntity.status(success).body(work.get());
    }
    if (!key.matches(KEY_FORM)) {
      throw Fields.invalid(KEY, "must have 1 to 255 printable ASCII characters without spaces");
    }
    Supplier<Answer> kept = () -> new Answer(success.value(), json.writeValueAsString(work.get()));
    return switch (requests.once(caller.tenant(), key, hash(caller, request, body), kept)) {
      case IdempotencyOutcome.Done(Answer answer) -> entity(answer, false);
      case IdempotencyOutcome.Replayed(Answer answer) -> entity(answer, true);
      case IdempotencyOutcome.Mismatch() ->
          throw Problem.of(
              ProblemCode.IDEMPOTENCY_MISMATCH,
              "This " + KEY + " was used for a different request. Use a new one.");
    };
  }

  private byte[] hash(Caller caller, HttpServletRequest request, @Nullable Object body) {
    return vault.hash(
        HashUse.REQUEST,
        caller.tenant(),
        request.getMethod().getBytes(UTF_8),
        request.getRequestURI().getBytes(UTF_8),
        json.writeValueAsBytes(body));
  }

  private static ResponseEntity<String> entity(Answer answer, boolean replayed) {
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_JSON);
    if (replayed) {
      builder.header(REPLAYED, "true");
    }
    return builder.body(answer.body());
  }
}
