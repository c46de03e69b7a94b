package io.tweestap.delivery.sandbox;

import io.tweestap.shared.Page;
import io.tweestap.shared.web.QueryFields;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The handsets of the sandbox, with whole addresses and texts: they are toys of this tenant.
@RestController
@RequestMapping("/v1/sandbox")
@WhenSandbox
class SandboxEndpoint {
  private final Handsets handsets;

  SandboxEndpoint(Handsets handsets) {
    this.handsets = handsets;
  }

  /// What came in, newest first, kept for 24 hours and at most 50 per handset.
  ///
  /// @param to one handset, an E.164 number or a mail address; all of them when it is left out
  @GetMapping("/messages")
  @RequiresScope(Scope.SANDBOX_READ)
  Page<MessageView> messages(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return handsets
        .messages(
            caller.tenant(),
            Optional.ofNullable(to),
            QueryFields.cursor(cursor),
            QueryFields.size(limit))
        .map(MessageView::of);
  }

  /// The numbers and mail addresses that got something, newest first, 40 at most.
  @GetMapping("/handsets")
  @RequiresScope(Scope.SANDBOX_READ)
  Page<HandsetView> handsets(@AuthenticationPrincipal Caller caller) {
    return new Page<>(handsets.list(caller.tenant()), null).map(HandsetView::of);
  }

  /// Clears one handset, or all.
  @DeleteMapping("/messages")
  @RequiresScope(Scope.SANDBOX_READ)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clear(
      @AuthenticationPrincipal Caller caller, @RequestParam(required = false) @Nullable String to) {
    handsets.clear(caller.tenant(), Optional.ofNullable(to));
  }

  /// A message as the API shows it.
  ///
  /// @param messageId the same for two deliveries of one message
  record MessageView(
      UUID id,
      UUID messageId,
      String channel,
      String to,
      String sender,
      String subject,
      String text,
      String locale,
      Instant createdAt) {
    static MessageView of(HandsetMessage message) {
      return new MessageView(
          message.id(),
          message.messageId(),
          message.channel().text(),
          message.to(),
          message.sender(),
          message.subject(),
          message.text(),
          message.locale(),
          message.createdAt());
    }
  }

  /// A handset as the API shows it.
  record HandsetView(String to, String channel, Instant newestAt) {
    static HandsetView of(Handset handset) {
      return new HandsetView(handset.to(), handset.channel().text(), handset.newestAt());
    }
  }
}
