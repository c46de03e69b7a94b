package io.tweestap.spring;

import io.tweestap.client.user.UserChange;
import org.springframework.security.core.Authentication;

/// Says what Tweestap is to know of a user that it does not know yet: groups that policies speak
/// of, addresses, language. A bean of this type replaces the usual answer, which is nothing but the
/// name.
@FunctionalInterface
public interface TweestapUsers {
  /// @param authentication of the user whose password was right
  UserChange describe(Authentication authentication);
}
