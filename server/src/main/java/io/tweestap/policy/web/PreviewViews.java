package io.tweestap.policy.web;

import io.tweestap.policy.Policy;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.forecast.Forecast;
import io.tweestap.policy.forecast.ForecastOutcome;
import io.tweestap.policy.forecast.ForecastWish;
import io.tweestap.policy.text.ForecastTexts;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.Groups;
import io.tweestap.user.UserRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a preview's request and answer look like.
final class PreviewViews {
  private static final int POLICIES_MAX = 200;

  private PreviewViews() {}

  /// Body of `POST /v1/policies/preview`: a date or a moment, and of what.
  ///
  /// @param policies instead of those that the tenant has
  record Request(
      @Nullable String date,
      @Nullable String at,
      @Nullable List<@Nullable PolicyBody> policies,
      @Nullable String group,
      @Nullable List<String> users,
      @Nullable String application,
      @Nullable String purpose,
      @Nullable String locale) {
    /// @param zone in which the date of a moment is told
    ForecastWish read(ZoneId zone) {
      Optional<LocalDate> day = Values.date("date", date);
      Optional<Instant> moment = Values.moment("at", at);
      if (day.isPresent() == moment.isPresent()) {
        throw Fields.missing("date", "either date or at is required, and not both");
      }
      return new ForecastWish(
          day.orElseGet(() -> moment.orElseThrow().atZone(zone).toLocalDate()),
          moment,
          Optional.ofNullable(policies).map(Request::readPolicies),
          Optional.ofNullable(group).map(Request::readGroup),
          readUsers(),
          application == null ? "" : application,
          Values.named("purpose", purpose, Purpose::of, purposes()).orElse(Purpose.LOGIN));
    }

    private static List<Policy> readPolicies(List<@Nullable PolicyBody> bodies) {
      if (bodies.size() > POLICIES_MAX) {
        throw Fields.invalid("policies", "has at most " + POLICIES_MAX + " policies");
      }
      return bodies.stream()
          .map(body -> Fields.required("policies", body).read(new UUID(0, 0)))
          .toList();
    }

    private static String readGroup(String group) {
      if (!Groups.isName(group)) {
        throw Fields.invalid("group", "has 1 to 60 characters of a-z, 0-9, _, . and -");
      }
      return group;
    }

    private List<UserRef> readUsers() {
      if (users == null) {
        return List.of();
      }
      if (users.isEmpty() || users.size() > ForecastWish.USERS_MAX) {
        throw Fields.invalid("users", "has 1 to " + ForecastWish.USERS_MAX + " references");
      }
      if (group != null) {
        throw Fields.invalid("users", "goes without a group");
      }
      return users.stream().filter(UserRef::fits).map(UserRef::new).toList();
    }
  }

  static List<String> purposes() {
    return Arrays.stream(Purpose.values()).map(Purpose::text).toList();
  }

  /// What would happen.
  record Shown(
      LocalDate date,
      String text,
      long users,
      long couldNotLogIn,
      Map<String, Long> outcomes,
      List<ShownGroup> groups,
      List<ShownExample> examples) {
    static Shown of(Forecast forecast, Optional<String> group, ForecastTexts texts) {
      Forecast.Counts all = forecast.all();
      return new Shown(
          texts.date(),
          texts.sentence(group, all),
          all.users(),
          all.stuck(),
          byOutcome(all.outcomes()),
          forecast.groups().stream().map(one -> ShownGroup.of(one, texts)).toList(),
          forecast.examples().stream().map(one -> ShownExample.of(one, texts)).toList());
    }
  }

  /// The same for one group.
  record ShownGroup(
      String group, String text, long users, long couldNotLogIn, Map<String, Long> outcomes) {
    static ShownGroup of(Forecast.GroupCounts group, ForecastTexts texts) {
      Forecast.Counts counts = group.counts();
      return new ShownGroup(
          group.group(),
          texts.sentence(Optional.of(group.group()), counts),
          counts.users(),
          counts.stuck(),
          byOutcome(counts.outcomes()));
    }
  }

  /// Somebody who could not log in.
  record ShownExample(String user, String outcome, String text) {
    static ShownExample of(Forecast.Example example, ForecastTexts texts) {
      return new ShownExample(
          example.user().value(),
          example.outcome().text(),
          example
              .reason()
              .map(texts.words()::sentence)
              .orElseGet(() -> texts.outcome(example.outcome())));
    }
  }

  private static Map<String, Long> byOutcome(Map<ForecastOutcome, Long> counts) {
    Map<String, Long> shown = new TreeMap<>();
    counts.forEach((outcome, count) -> shown.put(outcome.text(), count));
    return shown;
  }
}
