package io.tweestap.verification;

import io.tweestap.shared.Channel;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A verification as it may be shown: never the code, never the whole address.
///
/// @param to the masked address
/// @param nextSendAt from when a resend is possible
/// @param test whether it goes to one of the tenant's test numbers, so that nothing is sent
public record Verification(
    UUID id,
    State state,
    Purpose purpose,
    Channel channel,
    String to,
    Locale locale,
    String sender,
    Optional<String> template,
    int codeLength,
    Duration ttl,
    boolean test,
    int sendsUsed,
    int sendsMax,
    int checksUsed,
    int checksMax,
    Instant nextSendAt,
    Instant expiresAt,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Map<String, String> metadata,
    Workflow workflow) {
  /// How often a code may be sent for one verification, the first time included.
  public static final int SENDS_MAX = 5;

  /// How many checks are compared for one verification, over all its codes (PSD-4).
  static final int CHECKS_MAX = 5;

  /// Wait after the first, second, third and later send.
  private static final List<Duration> COOL_DOWN =
      List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));

  /// A verification whose first code is sent now.
  static Verification begin(
      UUID id, Instant now, TenantSettings settings, NewVerification asked, Recipient recipient) {
    Duration ttl = asked.ttl().orElse(asked.purpose().defaultTtl(asked.channel()));
    return new Verification(
        id,
        State.PENDING,
        asked.purpose(),
        asked.channel(),
        recipient.masked(),
        CodeMessages.locale(asked, settings),
        asked.sender().orElse(settings.senderName()),
        asked.template(),
        recipient.isTest() ? recipient.testCode().length() : asked.codeLength(),
        ttl,
        recipient.isTest(),
        1,
        SENDS_MAX,
        0,
        CHECKS_MAX,
        now.plus(coolDown(0)),
        now.plus(ttl),
        now,
        Optional.empty(),
        asked.metadata(),
        Workflow.begun(asked.workflow(), now));
  }

  /// The wait after a send.
  ///
  /// @param send counted from 0
  public static Duration coolDown(int send) {
    return COOL_DOWN.get(Math.min(send, COOL_DOWN.size() - 1));
  }

  /// The same verification after one more send.
  Verification sentAgain(Channel by, Instant now) {
    return new Verification(
        id,
        state,
        purpose,
        by,
        to,
        locale,
        sender,
        template,
        codeLength,
        ttl,
        test,
        sendsUsed + 1,
        sendsMax,
        checksUsed,
        checksMax,
        now.plus(coolDown(sendsUsed)),
        now.plus(ttl),
        createdAt,
        finishedAt,
        metadata,
        workflow);
  }
}
