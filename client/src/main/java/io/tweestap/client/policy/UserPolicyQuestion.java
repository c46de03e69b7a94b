package io.tweestap.client.policy;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For what it is asked what the policies mean.
public final class UserPolicyQuestion extends Body<UserPolicyQuestion> {
  private UserPolicyQuestion(Map<String, @Nullable Object> fields) {
    super(fields, UserPolicyQuestion::new);
  }

  /// Without any condition.
  public static UserPolicyQuestion usual() {
    return new UserPolicyQuestion(Map.of());
  }

  /// At this application.
  public UserPolicyQuestion application(String application) {
    return with("application", application);
  }

  /// For this purpose. Left out: a login.
  public UserPolicyQuestion purpose(StepPurpose purpose) {
    return with("purpose", purpose);
  }

  /// nl, de or en.
  public UserPolicyQuestion locale(String locale) {
    return with("locale", locale);
  }
}
