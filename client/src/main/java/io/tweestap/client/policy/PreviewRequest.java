package io.tweestap.client.policy;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A date or a moment, and of whom. Left out, `policies`: those that the tenant has; `group` and
/// `users`: all active users.
public final class PreviewRequest extends Body<PreviewRequest> {
  private PreviewRequest(Map<String, @Nullable Object> fields) {
    super(fields, PreviewRequest::new);
  }

  /// Nothing yet.
  public static PreviewRequest empty() {
    return new PreviewRequest(Map.of());
  }

  /// A day, looked at when it is over where each user is.
  public PreviewRequest date(LocalDate date) {
    return with("date", date);
  }

  /// A moment, instead of a day.
  public PreviewRequest at(Instant at) {
    return with("at", at);
  }

  /// As if the tenant had these instead of its own; nothing is stored.
  public PreviewRequest policies(List<NewPolicy> policies) {
    return with("policies", policies);
  }

  /// Only users in this group.
  public PreviewRequest group(String group) {
    return with("group", group);
  }

  /// Only these users, by your own references.
  public PreviewRequest users(List<String> users) {
    return with("users", users);
  }

  /// At this application.
  public PreviewRequest application(String application) {
    return with("application", application);
  }

  /// What a second step is for.
  public PreviewRequest purpose(StepPurpose purpose) {
    return with("purpose", purpose);
  }

  /// Language of the words: nl, de or en. Left out: what `Accept-Language` says, else the language
  /// of the tenant.
  public PreviewRequest locale(String locale) {
    return with("locale", locale);
  }
}
