package io.tweestap.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// Something that happened and matters for security.
///
/// @param actor who did it, 1 to 200 characters; see [Actor]
/// @param subject on whom: the user's audit pseudonym, never the application's reference, an
///   address or an id that leads to the person by itself (PRV-5); empty when it was on nobody
/// @param source from where: an IP address, of which only the network is kept (`203.0.113.0/24`);
///   anything else counts as unknown
/// @param details at most 12 short facts by names such as `factor_kind`, each at most 200
///   characters without whole phone numbers and mail addresses; use [#words] for what people typed
public record AuditEvent(
    AuditAction action,
    String actor,
    Optional<UUID> subject,
    Optional<String> source,
    AuditResult result,
    Map<String, String> details) {
  private static final int ACTOR_MAX = 200;
  private static final int DETAILS_MAX = 12;
  private static final Pattern ACTOR = Pattern.compile("\\P{Cntrl}{1," + ACTOR_MAX + "}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  public AuditEvent {
    if (!ACTOR.matcher(actor).matches()) {
      throw new IllegalArgumentException("an actor has 1 to 200 printable characters");
    }
    if (details.size() > DETAILS_MAX) {
      throw new IllegalArgumentException("an event has at most 12 details");
    }
    details.forEach(AuditEvent::check);
    source = source.flatMap(SourceNetwork::of);
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /// The same in short, for something that succeeded and needs no details.
  public static AuditEvent success(
      AuditAction action, String actor, Optional<UUID> subject, Optional<String> source) {
    return new AuditEvent(action, actor, subject, source, AuditResult.SUCCESS, Map.of());
  }

  /// Makes words that a person typed, such as a reason, fit to be a detail: whole phone numbers and
  /// mail addresses become `***`, and what is longer than 200 characters is cut.
  public static String words(String typed) {
    return PlainWords.made(typed);
  }

  /// The text itself is left out of the message: it may hold just what must not be shown.
  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches() || PlainWords.isSecret(name)) {
      throw new IllegalArgumentException("a detail cannot have this name: " + name);
    }
    if (!PlainWords.isFit(value)) {
      throw new IllegalArgumentException(
          "the detail " + name + " is too long, or holds a whole number or address");
    }
  }
}
