package io.tweestap.policy.text;

import io.tweestap.policy.forecast.Forecast;
import io.tweestap.policy.forecast.ForecastOutcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Says what a forecast found: "47 users of group admins could not log in on March 1, 2027."
///
/// @param date the day it is about
public record ForecastTexts(ReasonTexts words, LocalDate date) {
  /// The sentence for all users, or for those of a group.
  public String sentence(Optional<String> group, Forecast.Counts counts) {
    if (counts.users() == 0) {
      return words.word("preview.none");
    }
    Map<String, String> more = new HashMap<>(Map.of("date", words.day(date)));
    group.ifPresent(name -> more.put("group", name));
    String suffix = group.isPresent() ? ".group" : "";
    return counts.stuck() == 0
        ? words.counted("preview.fine" + suffix, counts.users(), more)
        : words.counted("preview.stuck" + suffix, counts.stuck(), more);
  }

  /// What an outcome means for one user.
  public String outcome(ForecastOutcome outcome) {
    return words.word("outcome." + outcome.text());
  }
}
