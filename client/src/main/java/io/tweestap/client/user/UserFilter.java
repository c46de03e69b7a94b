package io.tweestap.client.user;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which users to list; those of all conditions at once.
public final class UserFilter extends Body<UserFilter> {
  private UserFilter(Map<String, @Nullable Object> fields) {
    super(fields, UserFilter::new);
  }

  /// Without any condition.
  public static UserFilter all() {
    return new UserFilter(Map.of());
  }

  /// Only those with this group.
  public UserFilter group(String group) {
    return with("group", group);
  }

  /// Only those in this state.
  public UserFilter state(UserState state) {
    return with("state", state);
  }
}
