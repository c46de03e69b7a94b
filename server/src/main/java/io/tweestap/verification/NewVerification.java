package io.tweestap.verification;

import io.tweestap.shared.Channel;
import io.tweestap.verification.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an application asks for when it starts a verification.
///
/// @param to phone number or mail address as a person wrote it
/// @param locale empty: the tenant's own
/// @param codeLength digits, 4 to 10
/// @param ttl life of the code; empty: what is usual for the purpose
/// @param sender name that the recipient sees; empty: the tenant's own
/// @param template name of one of the tenant's templates; empty: the built-in text
/// @param details required for a transaction, not allowed otherwise
/// @param sourceIp address of the visitor who causes the message, for the limit per source
/// @param metadata the application's own notes, shown again in answers and events
/// @param workflow channels that follow while nobody types the code, the first one included; empty:
///   none
public record NewVerification(
    String to,
    Channel channel,
    Purpose purpose,
    Optional<Locale> locale,
    int codeLength,
    Optional<Duration> ttl,
    Optional<String> sender,
    Optional<String> template,
    Optional<Details> details,
    Optional<String> sourceIp,
    Map<String, String> metadata,
    List<Workflow.Step> workflow) {
  /// Shortest and longest code, in digits.
  public static final int CODE_LENGTH_MIN = 4;

  public static final int CODE_LENGTH_MAX = 10;

  /// Digits of a code unless the application asks for another length.
  public static final int CODE_LENGTH_DEFAULT = 6;

  public NewVerification {
    if (codeLength < CODE_LENGTH_MIN || codeLength > CODE_LENGTH_MAX) {
      throw new IllegalArgumentException("a code has 4 to 10 digits");
    }
    if (details.isPresent() != (purpose == Purpose.TRANSACTION)) {
      throw new IllegalArgumentException("details go with a transaction and only with one");
    }
    if (!workflow.isEmpty() && workflow.getFirst().channel() != channel) {
      throw new IllegalArgumentException("the channel is that of the first step");
    }
    metadata = Map.copyOf(metadata);
    workflow = List.copyOf(workflow);
  }

  /// One that is sent again only when somebody asks for it.
  public NewVerification(
      String to,
      Channel channel,
      Purpose purpose,
      Optional<Locale> locale,
      int codeLength,
      Optional<Duration> ttl,
      Optional<String> sender,
      Optional<String> template,
      Optional<Details> details,
      Optional<String> sourceIp,
      Map<String, String> metadata) {
    this(
        to,
        channel,
        purpose,
        locale,
        codeLength,
        ttl,
        sender,
        template,
        details,
        sourceIp,
        metadata,
        List.of());
  }
}
