package io.tweestap.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Types a message on a handset of the sandbox. Unlike on a phone it goes to the caller's tenant,
/// whoever has the number: nobody writes to another tenant, or says STOP for its users, by it.
@RestController
@WhenSandbox
class ReplyEndpoint {
  private static final int UCS_2 = 8;
  private static final int TEXT_MAX = 1_600;

  private final ObjectProvider<IncomingSms> incoming;

  ReplyEndpoint(ObjectProvider<IncomingSms> incoming) {
    this.incoming = incoming;
  }

  /// What a person types. `toString` shows nothing of it.
  record ReplyBody(@Nullable String from, @Nullable String to, @Nullable String text) {
    IncomingSms.Received read(TenantId tenant) {
      String words = Fields.required("text", text);
      if (words.length() > TEXT_MAX) {
        throw Fields.invalid("text", "may have at most " + TEXT_MAX + " characters");
      }
      return new IncomingSms.Received(
          IncomingSms.SANDBOX,
          Optional.of(tenant),
          Optional.empty(),
          Fields.required("from", from),
          Fields.required("to", to),
          UCS_2,
          false,
          words.getBytes(UTF_16BE),
          Optional.empty());
    }

    @Override
    public String toString() {
      return "ReplyBody[]";
    }
  }

  @PostMapping("/v1/sandbox/replies")
  @RequiresScope(Scope.SANDBOX_READ)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reply(@AuthenticationPrincipal Caller caller, @RequestBody ReplyBody body) {
    IncomingSms.Received message = body.read(caller.tenant());
    IncomingSms taker = incoming.getIfAvailable();
    if (taker == null || !taker.received(message)) {
      throw Problem.of(ProblemCode.UNAVAILABLE, "The message could not be kept. Try again.");
    }
    taker.answered(message);
  }
}
