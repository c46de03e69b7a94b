package io.tweestap.sender;

import java.util.List;
import java.util.Optional;

/// What counts for messages to one country.
///
/// @param country ISO 3166-1 alpha-2, upper case
/// @param senders names or numbers that may be used: all there are when registered or numeric,
///   further ones (numbers) when alphanumeric
/// @param replacement what is sent instead, with [SenderKind#REPLACED] only
public record SenderRule(
    String country, SenderKind kind, List<String> senders, Optional<String> replacement) {
  /// Most senders of a rule.
  public static final int SENDERS_MAX = 50;

  public SenderRule {
    senders = List.copyOf(senders);
    if ((kind == SenderKind.REPLACED) != replacement.isPresent()) {
      throw new IllegalArgumentException("a replacement goes with replaced and only with it");
    }
  }

  /// A rule that nobody has named senders for.
  static SenderRule bare(String country, SenderKind kind) {
    return new SenderRule(country, kind, List.of(), Optional.empty());
  }

  /// What is sent, or why nothing is.
  ///
  /// @param asked the sender that a request insists on; empty: `own` where that may be used, else
  ///   whichever may
  /// @param own name by which the recipient knows the sender
  SenderVerdict judge(Optional<String> asked, String own) {
    return switch (kind) {
      case ALPHANUMERIC -> alphanumeric(asked.orElse(own));
      case REPLACED -> new SenderVerdict.Use(replacement.orElseThrow());
      case REGISTERED -> listed(asked, own, "registered names");
      case NUMERIC -> listed(asked, own, "numbers");
    };
  }

  /// A number in international form would pass for somebody's phone.
  private SenderVerdict alphanumeric(String sender) {
    return sender.startsWith("+") && !senders.contains(sender)
        ? new SenderVerdict.NotAllowed(
            country,
            "A number is only used as a sender when it is your own: add it to the senders of "
                + path())
        : new SenderVerdict.Use(sender);
  }

  private SenderVerdict listed(Optional<String> asked, String own, String what) {
    if (senders.isEmpty()) {
      return new SenderVerdict.NotAllowed(
          country, country + " takes only " + what + ", and you have none there: set " + path());
    }
    Optional<String> found = asked.isPresent() ? known(asked.get()) : known(own).or(this::first);
    return found
        .<SenderVerdict>map(SenderVerdict.Use::new)
        .orElseGet(() ->
            new SenderVerdict.NotAllowed(
                country,
                country
                    + " takes only "
                    + what
                    + ": use one of those in "
                    + path()
                    + ", or leave the sender out for the first of them"));
  }

  private Optional<String> known(String sender) {
    return senders.stream().filter(sender::equalsIgnoreCase).findFirst();
  }

  private Optional<String> first() {
    return senders.stream().findFirst();
  }

  private String path() {
    return "/v1/sender_rules/" + country;
  }
}
