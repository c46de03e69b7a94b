package io.tweestap.delivery.rule.web;

import io.tweestap.delivery.Priority;
import io.tweestap.delivery.rule.RouteRule;
import io.tweestap.delivery.rule.RouteRule.Share;
import io.tweestap.shared.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One rule of `PUT /v1/routes`.
record RuleBody(
    @Nullable String name,
    @Nullable List<@Nullable String> countries,
    @Nullable List<@Nullable String> prefixes,
    @Nullable List<@Nullable String> senders,
    @Nullable List<@Nullable String> priorities,
    @Nullable List<@Nullable String> tenants,
    @Nullable List<@Nullable ShareBody> carriers,
    @Nullable Boolean only,
    @Nullable Boolean resendLost) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String PREFIX = "\\+[1-9][0-9]{0,14}";
  private static final String SENDER = "[ -~]{1,20}";
  private static final String CARRIER = "[a-z][a-z0-9-]{0,29}";

  /// A carrier; without a weight it has 1.
  record ShareBody(@Nullable String carrier, @Nullable Integer weight) {
    Share read(String place) {
      String name = Fields.required(place + ".carrier", carrier);
      if (!name.matches(CARRIER)) {
        throw Fields.invalid(place + ".carrier", "must be the name of a carrier");
      }
      int share = weight == null ? 1 : weight;
      if (share < 0 || share > Share.WEIGHT_MAX) {
        throw Fields.invalid(place + ".weight", "must be 0 to " + Share.WEIGHT_MAX);
      }
      return new Share(name, share);
    }
  }

  /// @param place of the rule in the request: `rules[0]`
  RouteRule read(String place) {
    String given = Fields.required(place + ".name", name);
    if (!RouteRule.isName(given)) {
      throw Fields.invalid(place + ".name", "must have 1 to 40 characters a to z, 0 to 9, - and _");
    }
    return new RouteRule(
        given,
        all(place + ".countries", countries, RuleBody::country, "two capital letters, as in NL"),
        all(place + ".prefixes", prefixes, matching(PREFIX), "beginnings of numbers, as in +316"),
        all(place + ".senders", senders, matching(SENDER), "names or numbers"),
        all(place + ".priorities", priorities, Priority::of, "code, service or marketing"),
        all(place + ".tenants", tenants, RuleBody::uuid, "ids of tenants"),
        shares(place + ".carriers"),
        Boolean.TRUE.equals(only),
        Optional.ofNullable(resendLost));
  }

  private List<Share> shares(String place) {
    List<@Nullable ShareBody> given = Fields.required(place, carriers);
    if (given.isEmpty() || given.size() > RouteRule.ENTRIES_MAX) {
      throw Fields.invalid(place, "must be 1 to " + RouteRule.ENTRIES_MAX);
    }
    List<Share> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = place + "[" + i + "]";
      Share share = Fields.required(at, given.get(i)).read(at);
      if (read.stream().anyMatch(other -> other.carrier().equals(share.carrier()))) {
        throw Fields.invalid(at, "names a carrier that is there already");
      }
      read.add(share);
    }
    return read;
  }

  private static <T> List<T> all(
      String place,
      @Nullable List<@Nullable String> given,
      Function<String, Optional<T>> form,
      String what) {
    List<@Nullable String> texts = given == null ? List.of() : given;
    if (texts.size() > RouteRule.ENTRIES_MAX) {
      throw Fields.invalid(place, "may be at most " + RouteRule.ENTRIES_MAX);
    }
    List<T> read = new ArrayList<>();
    for (String text : texts) {
      read.add(
          Optional.ofNullable(text)
              .flatMap(form)
              .orElseThrow(() -> Fields.invalid(place, "must be " + what)));
    }
    return read;
  }

  private static Function<String, Optional<String>> matching(String pattern) {
    return text -> Optional.of(text).filter(one -> one.matches(pattern));
  }

  private static Optional<String> country(String text) {
    return Optional.of(text).filter(COUNTRIES::contains);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
